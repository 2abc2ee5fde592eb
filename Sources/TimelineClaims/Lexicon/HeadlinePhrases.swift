import TimelineLanguage

/// How a headline words each modality before a verb.
struct HeadlinePhrases: Sendable {
  private var phrases: [Modality: (plain: String, negated: String)] = [:]
  /// The auxiliary of the passive.
  private(set) var passive = ""
  /// What stands between alternatives.
  private(set) var choice = ""
  /// What stands for the rest of a long list of names.
  private(set) var andOthers = ""

  init(_ file: DataFile, _ faults: inout [DataMistake]) {
    for (line, cells) in file.rows {
      if cells.count == 2, cells[0] == "passive" {
        passive = String(cells[1])
      } else if cells.count == 2, cells[0] == "others" {
        andOthers = String(cells[1])
      } else if cells.count == 2, cells[0] == "choice" {
        choice = String(cells[1])
      } else if cells.count == 3, let modality = Modality(rawValue: String(cells[0])) {
        phrases[modality] = (String(cells[1]), String(cells[2]))
      } else {
        faults.append(
          file.fault(line, "expected modality, words and words of denial, or passive or others and words"))
      }
    }
  }

  func phrase(_ modality: Modality, negated: Bool) -> String {
    guard let words = phrases[modality] else { return "" }
    return negated ? words.negated : words.plain
  }
}
