/// A line of a page: a paragraph, a heading, an item of a list, a row of a table.
struct TextBlock {
  /// Bytes of the tree's text.
  var range: Range<Int>
  /// The nearest element that makes a line of it.
  var node: Int
  /// How many bytes lead elsewhere.
  var linkBytes = 0
  /// How many bytes stand where no article's text stands.
  var droppedBytes = 0
  var words = 0
  var commas = 0
  var headingLevel: Int?
  var isItem = false

  var linkDensity: Double { Double(linkBytes) / Double(max(range.count, 1)) }
  var isDropped: Bool { droppedBytes * 2 > range.count }

  /// The blocks of a page, in order.
  static func all(_ tree: PageTree, _ outline: PageOutline) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var lines = LineCursor(tree.text)
    var next = 0
    let texts = outline.texts
    while let line = lines.next() {
      guard !line.isEmpty else { continue }
      while next < texts.count, Int(tree.nodes[texts[next]].stop) <= line.lowerBound { next += 1 }
      guard next < texts.count else { break }
      var block = TextBlock(range: line, node: frame(of: texts[next], tree))
      var index = next
      while index < texts.count, Int(tree.nodes[texts[index]].start) < line.upperBound {
        let node = tree.nodes[texts[index]]
        let count = node.text.clamped(to: line).count
        let traits = outline.traits[texts[index]]
        if traits.contains(.link) { block.linkBytes += count }
        if traits.contains(.dropped) || node.isHidden { block.droppedBytes += count }
        index += 1
      }
      block.read(tree)
      blocks.append(block)
    }
    return blocks
  }

  private static func frame(of text: Int, _ tree: PageTree) -> Int {
    for ancestor in tree.lineage(of: text).dropFirst() {
      let tag = tree.nodes[ancestor].tag
      if tag.isBlock || tag == .td || tag == .th { return ancestor }
    }
    return text
  }

  private mutating func read(_ tree: PageTree) {
    var inWord = false
    for byte in tree.text[range] {
      if byte <= 32 {
        inWord = false
      } else {
        if !inWord { words += 1 }
        inWord = true
        // Commas and full stops, those of East Asia by their first byte.
        if byte == 44 || byte == 0xEF || byte == 0xE3 { commas += 1 }
      }
    }
    // Where words are not parted, three bytes are a sign and two signs a word.
    words = max(words, tree.text[range].reduce(0) { $0 + ($1 >= 0xE3 ? 1 : 0) } / 2)
    for ancestor in tree.lineage(of: node).prefix(4) {
      let tag = tree.nodes[ancestor].tag
      if let level = tag.headingLevel, headingLevel == nil { headingLevel = level }
      if tag == .li || tag == .dd || tag == .dt {
        isItem = tree.nodes[ancestor].start == range.lowerBound
        break
      }
    }
  }
}
