import TimelineLanguage

/// What common nouns name by most of their use, from `data/en/claims/wordnet-nouns.tsv`.
struct CommonNouns: Sendable {
  enum Kind: String, Sendable { case event, person, place }

  private(set) var events: Set<String> = []
  private(set) var persons: Set<String> = []
  private(set) var places: Set<String> = []

  init(_ file: DataFile, _ faults: inout [DataMistake]) {
    for (line, cells) in file.rows {
      guard cells.count == 2, let kind = Kind(rawValue: String(cells[1])) else {
        faults.append(file.fault(line, "expected lemma and event, person or place, with a tab"))
        continue
      }
      let lemma = String(cells[0])
      switch kind {
      case .event: events.insert(lemma)
      case .person: persons.insert(lemma)
      case .place: places.insert(lemma)
      }
    }
  }
}
