package import TimelineDates

/// What a page of the web says: the article's text, what is known of it, and when it was published.
package struct Page: Sendable {
  package var title: String?
  package var outlet: String?
  package var author: String?
  /// The canonical address, absolute.
  package var url: String?
  /// A tag of BCP 47, as `de-AT`.
  package var language: String?
  package var text: String
  /// Dates in the order in which they were found.
  package var candidates: [DateCandidate]
  /// Whether nothing but the beginning was read, because the page is nested too deeply or too long.
  package var isCut = false
}

package enum PageReader {
  /// The date that a text is: ISO 8601, RFC 5322, or as people write it.
  package static func time(_ text: String) -> DocumentTime? {
    DateFinder(PageTree(), isMonthFirst: false).time(of: Array(text.utf8))?.time
  }

  /// - Parameters:
  ///   - bytes: The page as it came.
  ///   - charset: The character set that was told beside it, by a header.
  ///   - address: Where it came from; relative addresses are resolved against it.
  package static func read(_ bytes: [UInt8], charset: String? = nil, address: String? = nil) -> Page {
    let tree = PageParser.tree(PageCharset.utf8(bytes, header: charset))
    let outline = PageOutline(tree)
    let data = LinkedData(tree.scripts)
    let facts = PageFacts(tree, outline, data, address: address)
    var finder = DateFinder(tree, isMonthFirst: facts.isMonthFirst)
    finder.readAll(data, outline, address: facts.url ?? address)
    let text = MainText(tree, outline).text(without: facts.title)
    return Page(
      title: facts.title, outlet: facts.outlet, author: facts.author, url: facts.url,
      language: facts.language,
      text: text, candidates: finder.candidates, isCut: tree.isCut)
  }
}

extension DateFinder {
  mutating func readAll(_ data: LinkedData, _ outline: PageOutline, address: String?) {
    read(data)
    if let address { readAddress(address) }
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      if node.tag == .meta {
        readMeta(index)
      } else if node.attributeCount > 0 || node.tag == .time {
        let traits = outline.traits[index]
        var place = DatePlace()
        place.isRemark = traits.contains(.remark)
        place.isList = traits.contains(.list) || traits.contains(.quoted)
        readElement(index, place)
      }
    }
    readText(outline)
    readCode()
  }
}
