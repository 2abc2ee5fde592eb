import TimelineLanguage

/// The words before a time that say how an event stands to it.
struct RelationPhrases: Sendable {
  struct Phrase: Sendable {
    var relation: Relation
    /// How many words it has.
    var count: Int
    /// Whether the words are no preposition by themselves, so that a parser reads them best as one with
    /// the time.
    var isJoined: Bool
    /// The relation where the clause looks back: `as of Monday, none had been sent`.
    var lookingBack: Relation?
  }

  private var phrases: [[String]: Phrase] = [:]
  /// Phrases that stand behind the time.
  private var behind: [[String]: Relation] = [:]
  private(set) var longest = 1

  init(_ file: DataFile, _ faults: inout [DataMistake]) {
    for (line, cells) in file.rows {
      guard cells.count == 2 || cells.count >= 3 && (cells[2] == "joined" || cells[2] == "behind"),
        let relation = Relation(rawValue: String(cells[1]))
      else {
        faults.append(
          file.fault(
            line,
            "expected words, a relation and optionally joined (and the relation looking back) or behind, with tabs"
          ))
        continue
      }
      let words = cells[0].split(separator: " ").map(String.init)
      if cells.last == "behind" {
        behind[words] = relation
        continue
      }
      phrases[words] = Phrase(
        relation: relation, count: words.count, isJoined: cells.count >= 3,
        lookingBack: cells.count == 4 ? Relation(rawValue: String(cells[3])) : nil)
      longest = max(longest, words.count)
    }
  }

  /// The relation by the phrase that some words behind a time begin with.
  func phrase(beginning words: [String]) -> Relation? {
    for count in stride(from: words.count, to: 0, by: -1) {
      if let relation = behind[Array(words.prefix(count))] { return relation }
    }
    return nil
  }

  /// The longest phrase that some words end with.
  func phrase(endingWith words: [String]) -> Phrase? {
    for count in stride(from: min(longest, words.count), to: 0, by: -1) {
      if let phrase = phrases[Array(words.suffix(count))] { return phrase }
    }
    return nil
  }
}
