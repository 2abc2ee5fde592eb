import TimelineText

/// What a page tells of its article besides text and date.
struct PageFacts {
  private(set) var title: String?
  private(set) var outlet: String?
  private(set) var author: String?
  private(set) var url: String?
  private(set) var language: String?

  init(_ tree: PageTree, _ outline: PageOutline, _ data: LinkedData, address: String?) {
    let metas = MetaTexts(tree)
    let articles = data.items.filter { $0.fit > 0 }
    func linked(_ name: String) -> String? {
      articles.lazy.compactMap { LinkedData.name(of: $0.value[name]) }.first
    }
    let whole = tree.nodes.indices.first { tree.nodes[$0].tag == .title }.map { tree.line(of: $0) }
    let heading = outline.headings.count == 1 ? tree.line(of: outline.headings[0]) : nil
    let name = metas["og:title"] ?? metas["twitter:title"] ?? metas["dc.title"] ?? linked("headline")
    let named = [
      metas["og:site_name"], linked("publisher"), metas["application-name"], metas["dc.publisher"],
    ]
    outlet = named.lazy.compactMap { $0 }.first { !$0.contains("://") }
    title = Self.withoutOutlet(name ?? heading ?? whole, outlet, heading)
    if outlet == nil { outlet = Self.outlet(behind: title, in: whole) }
    author =
      linked("author") ?? metas["author"] ?? metas["article:author"].flatMap { $0.contains("://") ? nil : $0 }
      ?? metas["dc.creator"] ?? metas["parsely-author"] ?? Self.byline(tree, outline)
    let base = address ?? ""
    let canonical = tree.nodes.indices.first {
      tree.nodes[$0].tag == .link && tree.string(.rel, of: $0)?.lowercased() == "canonical"
    }.flatMap { tree.string(.href, of: $0) }
    url =
      [canonical, metas["og:url"], address].lazy.compactMap { $0 }
      .compactMap { PageAddress.resolve($0.trimmed, against: base) }.first
    let root = tree.nodes.indices.first { tree.nodes[$0].tag == .html }
    language = Self.tag(
      root.flatMap { tree.string(.lang, of: $0) } ?? metas["og:locale"] ?? metas["language"]
        ?? metas["dc.language"])
  }

  /// Whether `2/12/2026` is the twelfth of February here: in American English, and in English that does not
  /// say which one, unless the address is of another country.
  var isMonthFirst: Bool {
    guard let language else { return false }
    return MonthFirst.shared.isUsual(language: language, host: url.flatMap(PageAddress.host))
  }

  /// The title without the outlet that many pages write behind or before it.
  private static func withoutOutlet(_ title: String?, _ outlet: String?, _ heading: String?) -> String? {
    guard let title = title?.trimmed, !title.isEmpty else { return heading }
    if let heading, !heading.isEmpty, title != heading, title.hasPrefix(heading) { return heading }
    guard let outlet, !outlet.isEmpty else { return title }
    for mark in [" - ", " | ", " – ", " — ", " · ", " :: "] {
      if title.hasSuffix(mark + outlet) { return String(title.dropLast(mark.count + outlet.count)).trimmed }
      if title.hasPrefix(outlet + mark) { return String(title.dropFirst(mark.count + outlet.count)).trimmed }
    }
    return title
  }

  /// What the page's title has behind the article's: “Talks begin | The Meridian Post”.
  private static func outlet(behind title: String?, in whole: String?) -> String? {
    guard let title, let whole, whole.hasPrefix(title), whole != title else { return nil }
    let rest = whole.dropFirst(title.count)
    for mark in [" - ", " | ", " – ", " — ", " · ", " :: "] where rest.hasPrefix(mark) {
      let name = rest.dropFirst(mark.count)
      return (2...40).contains(name.count) ? String(name).trimmed : nil
    }
    return nil
  }

  private static func byline(_ tree: PageTree, _ outline: PageOutline) -> String? {
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      guard node.attributeCount > 0, (3...80).contains(node.text.count),
        outline.traits[index].isDisjoint(with: [.remark, .list])
      else { continue }
      let isAuthor =
        tree.string(.rel, of: index)?.lowercased() == "author"
        || tree.string(.itemprop, of: index)?.lowercased() == "author"
      if isAuthor {
        let name = tree.line(of: index)
        if !name.isEmpty { return name }
      }
    }
    return nil
  }

  private static func tag(_ text: String?) -> String? {
    guard let text = text?.trimmed, (2...12).contains(text.utf8.count),
      text.utf8.allSatisfy({ $0 | 0x20 &- 97 < 26 || $0 &- 48 < 10 || $0 == 45 || $0 == 95 })
    else { return nil }
    let parts = text.split { $0 == "-" || $0 == "_" }
    guard let first = parts.first, (2...3).contains(first.count) else { return nil }
    let rest = parts.dropFirst().map { $0.count == 2 ? $0.uppercased() : String($0) }
    return ([first.lowercased()] + rest).joined(separator: "-")
  }
}

/// The texts of `meta` elements by the names under which articles are described.
private struct MetaTexts {
  private var texts: [String: String] = [:]
  private static let names: Set<String> = [
    "og:title", "twitter:title", "dc.title", "og:site_name", "application-name", "dc.publisher", "author",
    "article:author", "dc.creator", "parsely-author", "og:url", "og:locale", "language", "dc.language",
  ]

  init(_ tree: PageTree) {
    for index in tree.nodes.indices where tree.nodes[index].tag == .meta {
      guard
        let name = (tree.string(.property, of: index) ?? tree.string(.name, of: index))?.lowercased(),
        Self.names.contains(name), texts[name] == nil, let content = tree.string(.content, of: index)
      else { continue }
      let plain = content.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !plain.isEmpty { texts[name] = plain }
    }
  }

  subscript(_ name: String) -> String? { texts[name] }
}
