import TimelineDates
import TimelineText

extension DateFinder {
  /// Dates in the text that readers see, judged by their line, the words beside them, the classes around
  /// them and how near they stand to the main heading.
  mutating func readText(_ outline: PageOutline) {
    let words = DateWords.shared
    var lines = LineCursor(tree.text)
    var textIndex = 0
    var found = 0
    while let line = lines.next(), found < Self.limit {
      let bytes = tree.text[line]
      guard bytes.contains(where: { $0 &- 48 < 10 }) else { continue }
      for date in DateScanner(bytes, words: words, isMonthFirst: isMonthFirst).dates(limit: 20) {
        while textIndex < outline.texts.count,
          Int(tree.nodes[outline.texts[textIndex]].stop) <= date.range.lowerBound
        {
          textIndex += 1
        }
        guard textIndex < outline.texts.count else { return }
        found += 1
        judge(date, in: line, before: lines.previous, node: outline.texts[textIndex], outline, words)
      }
    }
    lowerLists()
  }

  /// Many dates alike are those of a list: of events, of other articles.
  private mutating func lowerLists() {
    var days: [String: Set<DayNumber>] = [:]
    for candidate in candidates where candidate.source == .dateline {
      days[candidate.name, default: []].insert(candidate.time.day)
    }
    for index in candidates.indices where candidates[index].source == .dateline {
      if days[candidates[index].name, default: []].count > 2 { candidates[index].rank -= 8 }
    }
  }

  private mutating func judge(
    _ date: WrittenDate, in line: Range<Int>, before: Range<Int>, node: Int, _ outline: PageOutline,
    _ words: DateWords
  ) {
    let traits = outline.traits[node]
    guard !tree.nodes[node].isHidden, tree.nodes[node].tag == .text else { return }
    let rest = line.count - date.range.count
    var rank = DateRank.plain
    rank += rest <= 60 ? 8 : rest <= 150 ? 3 : rest <= 300 ? -4 : -12
    var kind = kind(before: date.range.lowerBound, in: line, words)
    if kind == nil, date.range.lowerBound - line.lowerBound <= 8, before.count <= 40 {
      kind = self.kind(before: before.upperBound, in: before, words)
    }
    if kind == nil, rest <= 80 { kind = self.kind(behind: date.range.upperBound, in: line, words) }
    switch kind {
    case .published: rank += 22
    case .modified: rank += 6
    case .other: rank -= 22
    default: break
    }
    let (classes, name) = surroundings(node, outline)
    if classes.contains(.present) { rank -= 40 }
    if classes.contains(.date) { rank += 16 }
    if classes.contains(.byline) || classes.contains(.bylineBox) { rank += 6 }
    rank += nearness(date.range, outline)
    if date.time.second != nil { rank += 5 }
    if traits.contains(.link) { rank -= 5 }
    if date.isAmbiguous { rank -= 1 }
    rank -= min(candidates.count / 4, 6)
    let place = DatePlace(
      kind: kind, isRemark: traits.contains(.remark),
      isList: traits.contains(.list) || traits.contains(.quoted),
      name: name)
    addVisible(date, kind == .modified ? .modified : .published, name, place.limited(min(rank, 79)))
  }

  private mutating func addVisible(
    _ date: WrittenDate, _ role: DateCandidate.Role, _ name: String, _ rank: Int
  ) {
    let text = String(decoding: tree.text[date.range], as: UTF8.self)
    let label = name.isEmpty ? "text" : "text in " + name
    if let index = candidates.firstIndex(where: {
      $0.source == .dateline && $0.time == date.time && $0.role == role
    }) {
      if candidates[index].rank < rank {
        candidates[index].rank = rank
        candidates[index].name = label
        candidates[index].text = text
      }
      return
    }
    candidates.append(
      DateCandidate(
        source: .dateline, role: role, name: label, text: text, time: date.time,
        isAmbiguous: date.isAmbiguous,
        rank: role == .modified ? min(rank, DateRank.modified + 5) : rank))
  }

  /// The classes of the nearest elements around a text, as far as they hold little more than it.
  private func surroundings(_ node: Int, _ outline: PageOutline) -> (ClassWords.Kinds, String) {
    var kinds: ClassWords.Kinds = []
    var name = ""
    for (distance, ancestor) in tree.lineage(of: node).dropFirst().prefix(4).enumerated() {
      guard tree.nodes[ancestor].text.count <= 300 else { break }
      kinds.formUnion(outline.classes[ancestor])
      if distance < 2, name.isEmpty,
        let text = tree.string(.class, of: ancestor) ?? tree.string(.id, of: ancestor)
      {
        name = String(text.prefix(40))
      }
    }
    return (kinds, name)
  }

  /// More for what stands close below or above a main heading.
  private func nearness(_ range: Range<Int>, _ outline: PageOutline) -> Int {
    var best = 0
    for heading in outline.headings.prefix(8) {
      let text = tree.nodes[heading].text
      if range.lowerBound >= text.upperBound {
        let distance = range.lowerBound - text.upperBound
        best = max(best, distance <= 250 ? 12 : distance <= 800 ? 7 : 0)
      } else if range.upperBound <= text.lowerBound {
        best = max(best, text.lowerBound - range.upperBound <= 200 ? 8 : 0)
      } else {
        best = max(best, 4)
      }
    }
    return best
  }

  /// What the last words before a date say of it.
  private func kind(before end: Int, in line: Range<Int>, _ words: DateWords) -> DateWords.Kind? {
    var at = end
    var seen = 0
    var found: DateWords.Kind?
    while at > line.lowerBound, seen < 5, end - at < 60 {
      let byte = tree.text[at - 1]
      guard isOfWord(byte) else {
        at -= 1
        continue
      }
      var start = at
      while start > line.lowerBound, isOfWord(tree.text[start - 1]) { start -= 1 }
      if let kind = words.kind(tree.text[start..<at]), kind.tellsOfDate {
        if kind == .other { return kind }
        found = found ?? kind
      }
      seen += 1
      at = start
    }
    return found
  }

  /// What the first words behind a date say of it: “am 3.5.13 veröffentlicht”.
  private func kind(behind start: Int, in line: Range<Int>, _ words: DateWords) -> DateWords.Kind? {
    var at = start
    var seen = 0
    while at < line.upperBound, seen < 2 {
      guard isOfWord(tree.text[at]) else {
        at += 1
        continue
      }
      var end = at
      while end < line.upperBound, isOfWord(tree.text[end]) { end += 1 }
      if let kind = words.kind(tree.text[at..<end]), kind.tellsOfDate { return kind }
      seen += 1
      at = end
    }
    return nil
  }

  private func isOfWord(_ byte: UInt8) -> Bool { byte | 0x20 &- 97 < 26 || byte >= 0x80 }
}

extension DateWords.Kind {
  var tellsOfDate: Bool { self == .published || self == .modified || self == .other }
}

/// The lines of a text, with the one before each.
struct LineCursor {
  private let bytes: [UInt8]
  private var at = 0
  private var last = 0..<0
  private(set) var previous = 0..<0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Range<Int>? {
    guard at < bytes.count else { return nil }
    var end = at
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    previous = last
    last = at..<end
    at = end + 1
    return last
  }
}
