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

  /// By their last word, which stands next to the time, the longest first.
  private var phrases: [String: [(words: [String], phrase: Phrase)]] = [:]
  /// Phrases that stand behind the time, by their first word, the longest first.
  private var behind: [String: [(words: [String], relation: Relation)]] = [:]
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
      guard let first = words.first, let last = words.last else { continue }
      if cells.last == "behind" {
        behind[first, default: []].append((words, relation))
        continue
      }
      let phrase = Phrase(
        relation: relation, count: words.count, isJoined: cells.count >= 3,
        lookingBack: cells.count == 4 ? Relation(rawValue: String(cells[3])) : nil)
      phrases[last, default: []].append((words, phrase))
      longest = max(longest, words.count)
    }
    for key in phrases.keys { phrases[key]?.sort { $0.words.count > $1.words.count } }
    for key in behind.keys { behind[key]?.sort { $0.words.count > $1.words.count } }
  }

  /// The relation by the longest phrase that the words behind a time begin with: some words by number, in small
  /// letters.
  func phrase(beginning words: Range<Int>, _ word: (Int) -> String) -> Relation? {
    guard let first = words.first, let behind = behind[word(first)] else { return nil }
    return behind.first { phrase, _ in
      phrase.count <= words.count && zip(phrase, words).allSatisfy { $0 == word($1) }
    }?.relation
  }

  /// The longest phrase that the words before a time end with: some words by number, in small letters.
  func phrase(ending words: Range<Int>, _ word: (Int) -> String) -> Phrase? {
    guard let last = words.last, let ending = phrases[word(last)] else { return nil }
    return ending.first { phrase, _ in
      phrase.count <= words.count && zip(phrase, words.suffix(phrase.count)).allSatisfy { $0 == word($1) }
    }?.phrase
  }
}
