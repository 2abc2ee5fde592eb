import TimelineDates
import TimelineText

/// All dates by which a page may tell its publication.
struct DateFinder {
  let tree: PageTree
  let classes: ClassWords
  let isMonthFirst: Bool
  var candidates: [DateCandidate] = []
  private var seen: Set<Key> = []

  /// What makes two findings the same.
  private struct Key: Hashable {
    var source: DateCandidate.Source
    var role: DateCandidate.Role
    var name: String
    var time: DocumentTime
  }

  /// More dates than any page tells of one article.
  static let limit = 400

  init(_ tree: PageTree, isMonthFirst: Bool, classes: ClassWords = .shared) {
    self.tree = tree
    self.isMonthFirst = isMonthFirst
    self.classes = classes
  }

  mutating func add(
    _ source: DateCandidate.Source, _ role: DateCandidate.Role, _ name: String, _ text: String,
    _ read: (time: DocumentTime, isAmbiguous: Bool), _ rank: Int
  ) {
    guard seen.count < Self.limit,
      seen.insert(Key(source: source, role: role, name: name, time: read.time)).inserted
    else { return }
    candidates.append(
      DateCandidate(
        source: source, role: role, name: name, text: String(text.prefix(80)), time: read.time,
        isAmbiguous: read.isAmbiguous, rank: role == .modified ? min(rank, DateRank.modified) : rank))
  }

  /// The date that a value is, ISO 8601 or as people write it.
  func time(of value: some Collection<UInt8>) -> (time: DocumentTime, isAmbiguous: Bool)? {
    guard value.count <= 200 else { return nil }
    let text = String(decoding: value, as: UTF8.self)
    if let time = DocumentTime(iso: text.trimmed) { return (time, false) }
    if let time = UnixTime.read(text) { return (time, false) }
    let date = DateScanner(Array(value)[...], isMonthFirst: isMonthFirst).dates(limit: 1).first
    return date.map { ($0.time, $0.isAmbiguous) }
  }
}

// MARK: - Meta elements

extension DateFinder {
  mutating func readMeta(_ index: Int) {
    guard let content = tree.value(.content, of: index), !content.isEmpty else { return }
    for attribute in [PageAttribute.property, .name, .itemprop] {
      guard let name = tree.string(attribute, of: index)?.lowercased(),
        let role = MetaNames.shared.role(name),
        let time = time(of: content)
      else { continue }
      let isMicrodata = attribute == .itemprop
      let isVague = MetaNames.shared.isVague(name)
      let trust = isVague ? DateRank.vagueMeta : isMicrodata ? DateRank.microdata : DateRank.meta
      add(isMicrodata ? .microdata : .meta, role, name, String(decoding: content, as: UTF8.self), time, trust)
      return
    }
  }
}

/// Seconds or milliseconds since 1970.
enum UnixTime {
  static func read(_ text: String) -> DocumentTime? {
    let digits = text.utf8
    guard digits.count == 10 || digits.count == 13, digits.allSatisfy({ $0 &- 48 < 10 }),
      let value = Int64(text)
    else { return nil }
    let time = LocalTime(seconds: digits.count == 13 ? value / 1000 : value)
    return DocumentTime(day: time.day, second: time.secondOfDay, offset: 0)
  }
}
