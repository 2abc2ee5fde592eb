/// What a calendar may ask for before libical works its rules out: more of it takes minutes, and no honest calendar
/// has it.
enum CalendarBounds {
  /// Rules and single dates of one event.
  static let mostRules = 20
  /// Changes of the clock that all zones of a file tell.
  static let mostClockChanges = 500
  /// Bytes of an event's name; articles name none by so many.
  static let longestName = 400
  /// Events of different names.
  static let mostNames = 5000

  /// The first of the calendars' parts that goes beyond.
  static func fault(of calendars: [RawComponent]) -> CalendarFault? {
    var changes = 0
    for component in calendars.flatMap(\.components) {
      if component.name == "VTIMEZONE" {
        changes += component.components.count
        guard changes <= mostClockChanges else {
          return CalendarFault(
            .badRule, line: component.line,
            "more than \(mostClockChanges) changes of clocks in one file; leave out the zones that no event uses"
          )
        }
        for change in component.components {
          if let rule = change.properties.first(where: { $0.name == "RRULE" && !$0.text.isYearly }) {
            return CalendarFault(
              .badRule, line: rule.line, "clocks change by the year; a zone's rule has FREQ=YEARLY")
          }
        }
      } else {
        let rules = component.properties.filter { $0.name == "RRULE" || $0.name == "EXRULE" }
        if rules.count > mostRules {
          return CalendarFault(
            .badRule, line: rules[mostRules].line,
            "more than \(mostRules) rules in one event; split the event")
        }
      }
    }
    return nil
  }
}

extension String {
  /// Whether a rule of recurrence goes by the year.
  fileprivate var isYearly: Bool {
    uppercased().split(separator: ";").contains("FREQ=YEARLY")
  }
}
