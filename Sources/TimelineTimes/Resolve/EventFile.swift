import TimelineLanguage
import TimelineText

/// A table of holidays and named events: key, kind, names, rule, years, source.
struct EventFile {
  struct Row {
    var key: String
    /// Whether the name alone is a time, and not only behind words such as `before`.
    var isDay: Bool
    /// Each name as lower-case words, and whether the text must write it with a capital.
    var names: [(words: [String], isCapital: Bool)]
    var rule: EventRule
    /// The years for which the rule holds; empty for all.
    var years: [ClosedRange<Int>]
    /// How often it takes place in a year at most.
    var mostPerYear: Int
  }

  private(set) var rows: [Row] = []
  private(set) var faults: [DataMistake] = []

  init(_ file: DataFile) {
    var keys: Set<String> = []
    for (line, cells) in file.rows {
      let fields = cells.map(\.trimmed)
      guard fields.count == 6 else {
        faults.append(
          file.fault(
            line,
            "\(fields.count) cells; write six with tabs between them: key, kind, names, rule, years, source"))
        continue
      }
      func refuse(_ cell: Int, _ message: String) {
        let column = cells.prefix(cell).reduce(1) { $0 + $1.unicodeScalars.count + 1 }
        faults.append(file.fault(line, column: column, message))
      }
      guard !fields[0].isEmpty, keys.insert(fields[0]).inserted else {
        refuse(0, "the key is empty or stands here twice; give each event its own")
        continue
      }
      guard fields[1] == "day" || fields[1] == "occasion" else {
        refuse(
          1, "the kind is day (its name alone is a time) or occasion (only behind before, after, until …)")
        continue
      }
      let names = fields[2].split(separator: ";").compactMap { Self.name(String($0)) }
      guard !names.isEmpty else {
        refuse(2, "write at least one name, several with semicolons between them")
        continue
      }
      let rule: EventRule
      do throws(EventRule.Mistake) {
        rule = try EventRule(fields[3])
      } catch {
        refuse(3, error.remedy)
        continue
      }
      guard let years = Self.years(fields[4]) else {
        refuse(4, "write the years as 1971-, 1978-1994 1996-, or - for all")
        continue
      }
      rows.append(
        Row(
          key: fields[0], isDay: fields[1] == "day", names: names, rule: rule, years: years,
          mostPerYear: rule.mostPerYear))
    }
  }

  private static let tokeniser = Tokeniser(.english)

  private static func name(_ text: String) -> (words: [String], isCapital: Bool)? {
    let buffer = TextBuffer(text)
    let tokens = tokeniser.tokens(of: buffer)
    let words = tokens.map { buffer.string($0.range).lowercased() }
    return words.isEmpty ? nil : (words, words.count == 1 && tokens[0].traits.contains(.capitalised))
  }

  private static func years(_ text: String) -> [ClosedRange<Int>]? {
    if text == "-" { return [] }
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: " ") {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard let first = ends.first.flatMap({ Int($0) }), ends.count <= 2 else { return nil }
      let last = ends.count == 1 ? first : ends[1].isEmpty ? 9999 : Int(ends[1]) ?? -1
      guard first <= last else { return nil }
      ranges.append(first...last)
    }
    return ranges.isEmpty ? nil : ranges
  }
}

extension EventRule.Mistake {
  fileprivate var remedy: String {
    switch self {
    case .unknown:
      "no such rule; write one as “on 12-25”, “nth 4 4 11”, “easter -2” or “list 2026-02-13..2026-02-15”"
    case .offset:
      "the rule moves its day too far; write \(EventRule.offsets.lowerBound) through \(EventRule.offsets.upperBound)"
    case .depth:
      "more than \(EventRule.deepest) rules stand within one another; write fewer “every” and “span” before the last one"
    }
  }
}
