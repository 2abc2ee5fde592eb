public import TimelineDates

/// A series of days that go by one name: an event of a calendar, with all of the times that it takes place.
public struct NamedEvent: Hashable, Sendable, Codable {
  /// As the calendar calls it.
  public var name: String
  /// When it takes place, whole days in order of time.
  public var days: [ClosedRange<DayNumber>]

  public init(name: String, days: [ClosedRange<DayNumber>]) {
    self.name = name
    self.days = days
  }
}

extension NamedEvent {
  /// What an article may call it: the name; the name without a year, or without what stands in brackets or behind
  /// a colon or a dash.
  var spokenNames: [String] { names { [$0, Self.withoutYear($0)] } }

  /// The same, each without a year.
  var namesWithoutYear: [String] { names { [Self.withoutYear($0)] } }

  private func names(_ variants: (String) -> [String]) -> [String] {
    var names: [String] = []
    for name in [name, Self.withoutBrackets(name), Self.withoutTail(name)] {
      for variant in variants(name) {
        let words = variant.split { $0.isWhitespace || $0 == ";" }
        let rest = words.first?.lowercased() == "the" ? words.dropFirst() : words[...]
        let text = rest.joined(separator: " ")
        if text.contains(where: \.isLetter), !names.contains(text) { names.append(text) }
      }
    }
    return names
  }

  /// Whether its name alone is a time: a day with a name of its own, and no word that texts use for anything.
  var isDay: Bool {
    days.allSatisfy { $0.lowerBound == $0.upperBound }
      && spokenNames.allSatisfy { name in
        let words = name.split(separator: " ")
        return words.count > 1 && words.contains { $0.first?.isUppercase == true }
      }
  }

  private static func withoutBrackets(_ name: String) -> String {
    var text = ""
    var depth = 0
    for character in name {
      switch character {
      case "(", "[": depth += 1
      case ")", "]": depth = max(depth - 1, 0)
      default: if depth == 0 { text.append(character) }
      }
    }
    return text
  }

  /// What stands before the first colon, bar or dash with a blank beside it.
  private static func withoutTail(_ name: String) -> String {
    for mark in [": ", " | ", " - ", " \u{2013} ", " \u{2014} "] {
      if let range = name.firstRange(of: mark) { return String(name[..<range.lowerBound]) }
    }
    return name
  }

  /// Without years at its beginning and its end.
  private static func withoutYear(_ name: String) -> String {
    var words = name.split(whereSeparator: \.isWhitespace)[...]
    func isYear(_ word: Substring) -> Bool {
      let digits = word.utf8.prefix { (48...57).contains($0) }
      return digits.count == 4
        && (word.utf8.count == 4 || word.utf8.dropFirst(4).allSatisfy { !(65...122).contains($0) })
    }
    if let last = words.last, isYear(last) { words.removeLast() }
    if let first = words.first, isYear(first) { words.removeFirst() }
    return words.joined(separator: " ")
  }
}

extension EventList {
  /// Events of calendars, in the form of ``EventList/text``; nil where none can be named.
  ///
  /// Events that share a name are one series: the spring sessions of two years, or the holiday of two calendars.
  ///
  /// - Parameter events: Each with a number of its own.
  public init?(_ name: String, importing events: [(id: Int64, event: NamedEvent)]) {
    var series: [(id: Int64, event: NamedEvent, isOne: Bool)] = []
    var places: [String: Int] = [:]
    for (id, event) in events where !event.days.isEmpty {
      let names = event.spokenNames.map { $0.lowercased() }
      guard !names.isEmpty else { continue }
      let place = names.lazy.compactMap { places[$0] }.first ?? series.count
      if place == series.count {
        series.append((id, event, true))
      } else {
        series[place].event.days += event.days
        series[place].isOne = false
      }
      for name in names where places[name] == nil { places[name] = place }
    }
    guard !series.isEmpty else { return nil }
    let lines = series.enumerated().map { place, series in
      // Of several years, the year is told beside the name: “the spring session of 2027”.
      let names = series.isOne ? series.event.spokenNames : series.event.namesWithoutYear
      let free = names.filter { places[$0.lowercased()] == place }
      return Self.line(series.id, series.event, names: free.isEmpty ? names : free)
    }
    self.init(sound: lines.joined(separator: "\n"), name: name)
  }

  private static func line(_ id: Int64, _ event: NamedEvent, names: [String]) -> String {
    let days = event.days.map { range in
      let (first, last) = (CivilDate(range.lowerBound).description, CivilDate(range.upperBound).description)
      return first == last ? first : "\(first)..\(last)"
    }
    return [
      "imported-\(id)", event.isDay ? "day" : "occasion", names.joined(separator: "; "),
      "list " + days.joined(separator: " "), "-", "calendar",
    ].joined(separator: "\t")
  }
}
