import TimelineDates

extension ResolutionSettings {
  /// Each setting by the name that users give it, with its value as text.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    case weekStart = "week-start"
    case hemisphere
    case fiscalYearStart = "fiscal-year-start"
    case dateOrder = "date-order"
    case zone
    case nextWeekday = "next-weekday"
    case direction
    case events
  }

  /// A setting's value as text, as ``set(_:to:)`` takes it.
  public func text(of name: Name) -> String {
    switch name {
    case .weekStart: "\(weekStart)"
    case .hemisphere: hemisphere.rawValue
    case .fiscalYearStart: fiscalYearStart.map { Self.months[$0 - 1] } ?? "none"
    case .dateOrder: dateOrder.rawValue
    case .zone: zone ?? "none"
    case .nextWeekday: nextWeekday.rawValue
    case .direction: direction?.rawValue ?? "nearest"
    case .events: events.map { $0.name + "\n" + $0.text } ?? "none"
    }
  }

  /// A setting's value as a user names it: of events the file.
  public func label(of name: Name) -> String {
    name == .events ? events?.name ?? "none" : text(of: name)
  }

  /// Sets a setting to a value given as text, whatever its case.
  ///
  /// - Returns: Whether the value is one that the setting takes; where it is not, nothing changes.
  public mutating func set(_ name: Name, to text: String) -> Bool {
    let word = text.lowercased()
    switch name {
    case .weekStart:
      guard let day = Weekday.allCases.first(where: { "\($0)" == word }) else { return false }
      weekStart = day
    case .hemisphere:
      guard let value = Hemisphere(rawValue: word) else { return false }
      hemisphere = value
    case .fiscalYearStart:
      let month = Int(word) ?? Self.months.firstIndex(of: word).map { $0 + 1 }
      guard word == "none" || month.map((1...12).contains) == true else { return false }
      fiscalYearStart = month
    case .dateOrder:
      guard let value = DateOrder(rawValue: word) else { return false }
      dateOrder = value
    case .zone:
      guard word == "none" || ZoneTable.english.contains(text) else { return false }
      zone = word == "none" ? nil : text
    case .nextWeekday:
      guard let value = NextWeekday(rawValue: word) else { return false }
      nextWeekday = value
    case .events:
      guard word != "none" else {
        events = nil
        return true
      }
      let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let list = try? EventList(name: String(parts[0]), text: String(parts[1])) else {
        return false
      }
      events = list
    case .direction:
      guard word == "nearest" || Direction(rawValue: word) != nil else { return false }
      direction = Direction(rawValue: word)
    }
    return true
  }

  /// The values that a setting takes, in words for people.
  public static func choices(for name: Name) -> [String] {
    switch name {
    case .weekStart: Weekday.allCases.map { "\($0)" }
    case .hemisphere: Hemisphere.allCases.map(\.rawValue)
    case .fiscalYearStart: months + ["none"]
    case .dateOrder: DateOrder.allCases.map(\.rawValue)
    case .zone: ["a distance (+02:00)", "an abbreviation (CET)", "a place (Europe/Kyiv)", "none"]
    case .nextWeekday: NextWeekday.allCases.map(\.rawValue)
    case .direction: Direction.allCases.map(\.rawValue) + ["nearest"]
    case .events: ["a file", "none"]
    }
  }

  /// The names of the settings in which two differ.
  public func differences(from other: ResolutionSettings) -> [Name] {
    Name.allCases.filter { text(of: $0) != other.text(of: $0) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
}
