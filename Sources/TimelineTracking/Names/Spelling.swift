import CTimelineData
import TimelineLanguage

/// Brings a word of a name to the one form in which spellings of it agree.
///
/// Zelensky, Zelenskyy and Zelenskiy, Müller and Mueller, Wójcik and Wojcik come out alike. What is
/// rewritten stands in `data/en/transliteration.tsv`. The form is for comparing and never shown.
struct Spelling: Sendable {
  static let english = Spelling(DataFile("data/en/transliteration.tsv", timeline_data_transliteration()))

  private enum Place: String { case start, end, any }

  private struct Rule {
    var from: [UInt8]
    var to: [UInt8]
    var place: Place
    /// Endings of the word of which one must be there; none where any will do.
    var endings: [[UInt8]]
  }

  private let rules: [Rule]

  /// Rows of the file that are not as they should be; they are left out.
  let faults: [DataMistake]

  init(_ table: DataFile) {
    var faults: [DataMistake] = []
    rules = table.rows.compactMap { line, cells in
      let row = cells.map(\.trimmed)
      guard row.count == 3 || row.count == 4, let place = Place(rawValue: row[2]), !row[0].isEmpty,
        !row[1].isEmpty
      else {
        faults.append(
          table.fault(
            line,
            "expected letters, their replacement or -, start, end or any, and perhaps endings, with tabs"))
        return nil
      }
      let endings = row.count > 3 ? row[3].split(separator: ",").map { Array($0.trimmed.utf8) } : []
      return Rule(
        from: Array(row[0].utf8), to: row[1] == "-" ? [] : Array(row[1].utf8), place: place, endings: endings)
    }
    self.faults = faults
  }

  /// The common form of a folded word.
  func common(_ word: [UInt8]) -> [UInt8] {
    var word = word
    for rule in rules where word.count >= rule.from.count {
      guard rule.endings.isEmpty || rule.endings.contains(where: { word.ends(with: $0) }) else { continue }
      switch rule.place {
      case .start:
        if word.starts(with: rule.from) { word.replaceSubrange(0..<rule.from.count, with: rule.to) }
      case .end:
        if word.ends(with: rule.from), word.count >= rule.from.count + 3 {
          word.replaceSubrange((word.count - rule.from.count)..., with: rule.to)
        }
      case .any: Spelling.replace(rule, in: &word)
      }
    }
    return word
  }

  private static func replace(_ rule: Rule, in word: inout [UInt8]) {
    guard let first = rule.from.first, word.contains(first) else { return }
    var index = 0
    while index + rule.from.count <= word.count {
      if word[index...].starts(with: rule.from) {
        word.replaceSubrange(index..<index + rule.from.count, with: rule.to)
        index += rule.to.count
      } else {
        index += 1
      }
    }
  }
}

extension Array where Element == UInt8 {
  func ends(with tail: [UInt8]) -> Bool {
    count >= tail.count && self[(count - tail.count)...].elementsEqual(tail)
  }
}
