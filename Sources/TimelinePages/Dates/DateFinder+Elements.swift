import TimelineDates

extension DateFinder {
  /// Microdata, `time` and `abbr` elements.
  mutating func readElement(_ index: Int, _ place: DatePlace) {
    let node = tree.nodes[index]
    var role: DateCandidate.Role?
    var name = ""
    for attribute in [PageAttribute.itemprop, .property] {
      guard let value = tree.string(attribute, of: index)?.lowercased() else { continue }
      let plain = value.split(separator: ":").last.map(String.init) ?? value
      if let known = MetaNames.shared.role(plain) {
        role = known
        name = value
      }
    }
    if let role {
      let values = [PageAttribute.content, .datetime, .title].compactMap { tree.value($0, of: index) }
      let written = values.first { !$0.isEmpty }
      let value = written ?? shortText(index)
      if let value, let time = time(of: value) {
        let rank = DateRank.microdata - (MetaNames.shared.isVague(name) ? 10 : 0)
        return add(
          .microdata, role, name, String(decoding: value, as: UTF8.self), time,
          place.limited(rank, isNamed: true))
      }
    }
    switch node.tag {
    case .time: readTime(index, place)
    case .abbr: readAbbreviation(index, place)
    default: break
    }
  }

  private mutating func readTime(_ index: Int, _ place: DatePlace) {
    let value = tree.value(.datetime, of: index) ?? shortText(index)
    guard let value, let time = time(of: value) ?? shortText(index).flatMap({ self.time(of: $0) }) else {
      return
    }
    let words = (tree.string(.class, of: index) ?? "") + " " + place.name
    let isPublished = tree.value(.pubdate, of: index) != nil || place.kind == .published
    let role: DateCandidate.Role = place.kind == .modified ? .modified : isPublished ? .published : .unknown
    var rank = isPublished ? DateRank.publishedTime : DateRank.time
    if place.kind == .other { rank -= 20 }
    add(
      .time, role == .unknown ? .published : role, "time " + words.trimmedSpaces,
      String(decoding: value, as: UTF8.self), time, place.limited(rank))
  }

  private mutating func readAbbreviation(_ index: Int, _ place: DatePlace) {
    guard let value = tree.value(.title, of: index), let time = time(of: value) else { return }
    let name = tree.string(.class, of: index) ?? ""
    let kinds = classes.kinds(Array(name.utf8)[...])
    let role: DateCandidate.Role = kinds.contains(.modified) ? .modified : .published
    add(
      .abbr, role, "abbr " + name, String(decoding: value, as: UTF8.self), time,
      place.limited(kinds.contains(.published) ? DateRank.abbr : DateRank.time))
  }

  /// The text of an element that holds little.
  private func shortText(_ index: Int) -> ArraySlice<UInt8>? {
    let range = tree.nodes[index].text.clamped(to: 0..<tree.text.count)
    return (6...120).contains(range.count) ? tree.text[range] : nil
  }
}

/// What the surroundings of a date say of it.
struct DatePlace {
  var kind: DateWords.Kind?
  /// Among remarks of readers.
  var isRemark = false
  /// Among pointers to other articles, or in the foot of the page.
  var isList = false
  /// Classes around it.
  var name = ""

  /// - Parameter isNamed: Whether the date is marked as that of an article.
  func limited(_ rank: Int, isNamed: Bool = false) -> Int {
    if isRemark { return min(rank, DateRank.remark) }
    if isList { return isNamed ? rank - 18 : min(rank / 2, DateRank.plain - 10) }
    return rank
  }
}

extension String {
  var trimmedSpaces: String { split(separator: " ").joined(separator: " ") }
}
