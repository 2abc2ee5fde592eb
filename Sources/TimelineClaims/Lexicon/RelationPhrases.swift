import TimelineLanguage

/// The words before a time that say how an event stands to it.
struct RelationPhrases: Sendable {
  /// By the phrase's words, last word first, so that the words before a time are read backwards.
  private var phrases: [[String]: Relation] = [:]
  private(set) var longest = 1

  init(_ file: DataFile, _ faults: inout [DataFault]) {
    for (line, cells) in file.rows {
      guard cells.count == 2, let relation = Relation(rawValue: String(cells[1])) else {
        faults.append(file.fault(line, "expected words and a relation, with a tab"))
        continue
      }
      let words = cells[0].split(separator: " ").map(String.init)
      phrases[words] = relation
      longest = max(longest, words.count)
    }
  }

  /// The relation that the last of some words say, and how many of them do.
  func relation(endingWith words: [String]) -> (relation: Relation, count: Int)? {
    for count in stride(from: min(longest, words.count), to: 0, by: -1) {
      if let relation = phrases[Array(words.suffix(count))] { return (relation, count) }
    }
    return nil
  }
}
