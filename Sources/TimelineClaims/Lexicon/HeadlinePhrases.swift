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

  /// What stands behind a noun of an event that is no plain fact.
  private var standings: [Modality: String] = [:]
  /// What stands behind one that will not be or was not, and behind one that was moved to another date.
  private var denials: [Modality: String] = [:]
  private(set) var moved = ""
  /// What makes a name the owner of what follows it.
  private(set) var possessive = ""
  /// What stands before a verb for what must be done by rule.
  private(set) var must: (plain: String, negated: String) = ("", "")
  /// What stands before a verb for what did not happen.
  private(set) var didNot = ""

  /// The forms of pronouns as subjects, by the form that stands elsewhere.
  private var subjects: [String: String] = [:]

  init(_ file: DataFile, _ faults: inout [DataMistake]) {
    for (line, cells) in file.rows {
      if cells.count == 2, cells[0] == "moved" {
        moved = String(cells[1])
      } else if cells.count == 2, cells[0] == "possessive" {
        possessive = String(cells[1])
      } else if cells.count == 2, cells[0] == "did not" {
        didNot = String(cells[1])
      } else if cells.count == 3, cells[0] == "subject" {
        subjects[String(cells[1])] = String(cells[2])
      } else if cells.count == 3, cells[0] == "must" {
        must = (String(cells[1]), String(cells[2]))
      } else if cells.count == 3, cells[0] == "denied", let modality = Modality(rawValue: String(cells[1])) {
        denials[modality] = String(cells[2])
      } else if cells.count == 2, cells[0] == "passive" {
        passive = String(cells[1])
      } else if cells.count == 2, cells[0] == "others" {
        andOthers = String(cells[1])
      } else if cells.count == 2, cells[0] == "choice" {
        choice = String(cells[1])
      } else if cells.count == 3, cells[0] == "noun", let modality = Modality(rawValue: String(cells[1])) {
        standings[modality] = String(cells[2])
      } else if cells.count == 3, let modality = Modality(rawValue: String(cells[0])) {
        phrases[modality] = (String(cells[1]), String(cells[2]))
      } else {
        faults.append(
          file.fault(
            line,
            "expected modality, words and words of denial, noun, modality and words, or passive or others and words"
          ))
      }
    }
  }

  /// A name or pronoun as the subject of a verb: `they` for `them`.
  func asSubject(_ name: String) -> String { subjects[name] ?? name }

  func standing(_ modality: Modality) -> String { standings[modality] ?? "" }

  func denial(_ modality: Modality) -> String { denials[modality] ?? "" }

  func phrase(_ modality: Modality, negated: Bool) -> String {
    guard let words = phrases[modality] else { return "" }
    return negated ? words.negated : words.plain
  }
}
