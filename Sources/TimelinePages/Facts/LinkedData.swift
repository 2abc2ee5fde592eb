import TimelineText

/// Schema.org data of a page that is written as JSON-LD: what concerns the article.
struct LinkedData {
  /// An object that is, or may be, the article.
  struct Item {
    var type: String
    var value: JSONValue
    /// How near its type is to an article, 2 (article), 1 (page) or 0.
    var fit: Int
  }

  private(set) var items: [Item] = []
  private static let itemLimit = 400

  init(_ scripts: [[UInt8]]) {
    for script in scripts {
      guard let root = JSONValue.read(script) else { continue }
      collect(root, depth: 0)
    }
    items = items.enumerated().sorted { ($1.element.fit, $0.offset) < ($0.element.fit, $1.offset) }.map(
      \.element)
  }

  private mutating func collect(_ value: JSONValue, depth: Int) {
    guard depth < 6 else { return }
    for element in value.elements {
      guard items.count < Self.itemLimit else { return }
      guard case .object(let members) = element else { continue }
      let types = element["@type"]?.elements.compactMap(\.string) ?? []
      let fit = types.map(Self.fit).max() ?? 0
      if fit >= 0 { items.append(Item(type: types.first ?? "", value: element, fit: fit)) }
      for member in members where Self.containers.contains(member.name) {
        collect(member.value, depth: depth + 1)
      }
    }
  }

  private static let containers: Set<String> = [
    "@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart", "subjectOf", "item",
  ]

  private static func fit(_ type: String) -> Int {
    let name = type.split(separator: "/").last.map(String.init) ?? type
    if name.hasSuffix("Article") || name.hasSuffix("Posting")
      || ["Report", "Recipe", "Review"].contains(name)
    {
      return 2
    }
    if name.hasSuffix("Page") || name == "CreativeWork" || name.hasSuffix("Object")
      || name == "PodcastEpisode"
    {
      return 1
    }
    return ["Comment", "Person", "Organization", "BreadcrumbList", "Event"].contains(name) ? -1 : 0
  }

  /// The name under `name`, the first of them where there are several.
  static func name(of value: JSONValue?) -> String? {
    guard let value else { return nil }
    for element in value.elements {
      if let text = element.string?.trimmed, !text.isEmpty { return text }
      if let text = element["name"]?.elements.first?.string?.trimmed, !text.isEmpty { return text }
    }
    return nil
  }
}

extension DateFinder {
  mutating func read(_ data: LinkedData) {
    for item in data.items {
      for (name, role) in [
        ("datePublished", DateCandidate.Role.published), ("dateCreated", .published),
        ("uploadDate", .published),
        ("dateModified", .modified),
      ] {
        guard let text = item.value[name]?.elements.first?.string, let time = time(of: Array(text.utf8))
        else {
          continue
        }
        let lesser = name == "datePublished" || name == "dateModified" ? 0 : 12
        let rank = DateRank.linkedData - lesser - (2 - max(item.fit, 0)) * 4
        add(.linkedData, role, item.type.isEmpty ? name : "\(item.type) \(name)", text, time, rank)
      }
    }
  }
}
