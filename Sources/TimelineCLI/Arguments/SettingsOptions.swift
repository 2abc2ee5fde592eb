import ArgumentParser
import Foundation
import Timeline

/// How times are read: the options that `extract`, `add`, `rebuild` and `when` share.
struct SettingsOptions: ParsableArguments {
  @Option(
    name: .customLong("week-start"),
    help: ArgumentHelp("The first day of the week; monday unless given.", valueName: "day"))
  var weekStart: String?

  @Option(help: ArgumentHelp("Whose seasons: northern (default) or southern.", valueName: "hemisphere"))
  var hemisphere: String?

  @Option(
    name: .customLong("fiscal-year-start"),
    help: ArgumentHelp(
      "The month in which fiscal years begin; without it fiscal times stay undated.", valueName: "month"))
  var fiscalYearStart: String?

  @Option(
    name: .customLong("date-order"),
    help: ArgumentHelp("6/12/2026 is month-first (default) or day-first.", valueName: "order"))
  var dateOrder: String?

  @Flag(name: .customLong("day-first"), help: "The same as --date-order day-first.")
  var isDayFirst = false

  @Option(help: ArgumentHelp("The zone of clock times that name none: CET, +02:00.", valueName: "zone"))
  var zone: String?

  @Option(
    name: .customLong("next-weekday"),
    help: ArgumentHelp("“next Friday” is of-next-week (default) or the coming one.", valueName: "policy"))
  var nextWeekday: String?

  @Option(
    help: ArgumentHelp(
      "Where bare days lie that nothing else tells of: past, future or nearest (default).",
      valueName: "direction"))
  var direction: String?

  @Option(
    help: ArgumentHelp(
      "Holidays and events of your own, in the form of data/en/times/events.tsv; none for none.",
      valueName: "file"))
  var events: String?

  /// Settings with those that were given in the place of their own.
  func applied(to settings: ResolutionSettings) throws(CommandFailure) -> ResolutionSettings {
    var settings = settings
    let given: [(ResolutionSettings.Name, String?)] = [
      (.weekStart, weekStart), (.hemisphere, hemisphere), (.fiscalYearStart, fiscalYearStart),
      (.dateOrder, isDayFirst ? ResolutionSettings.DateOrder.dayFirst.rawValue : nil),
      (.dateOrder, dateOrder),
      (.zone, zone), (.nextWeekday, nextWeekday), (.direction, direction),
    ]
    for case (let name, let text?) in given where !settings.set(name, to: text) {
      throw .badWord(
        text, option: "--\(name.rawValue)", allowed: ResolutionSettings.choices(for: name))
    }
    if let events {
      do {
        settings.events =
          events == "none" ? nil : try EventList(name: events, text: try Self.text(of: events))
      } catch let error as EventListError {
        throw .badEvents("\(error)")
      } catch {
        throw .badEvents("\(events): cannot be read; name an existing file of UTF-8 text")
      }
    }
    return settings
  }

  private static func text(of file: String) throws -> String {
    try String(contentsOf: URL(filePath: file), encoding: .utf8)
  }
}
