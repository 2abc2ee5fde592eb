import TimelineLanguage

extension ClaimLexicon {
  /// What a third-person pronoun can stand for.
  enum Pronoun: String { case person, thing, group }
}

/// Words for people: titles before names, nouns for persons, pronouns.
struct PeopleWords: Sendable {
  private(set) var titles: Set<String> = []
  /// Words within a name: `of`.
  private(set) var links: Set<String> = []
  private(set) var persons: Set<String> = []
  private(set) var pronouns: [String: ClaimLexicon.Pronoun] = [:]

  /// - Parameter common: Its nouns for persons count beside those of the file.
  init(_ file: DataFile, _ common: CommonNouns, _ faults: inout [DataMistake]) {
    persons = common.persons
    for (line, cells) in file.rows {
      switch (cells.count, cells.count > 1 ? cells[1] : "") {
      case (2, "title"): titles.insert(String(cells[0]))
      case (2, "link"): links.insert(String(cells[0]))
      case (2, "person"): persons.insert(String(cells[0]))
      case (3, "pronoun"):
        guard let kind = ClaimLexicon.Pronoun(rawValue: String(cells[2])) else { fallthrough }
        pronouns[String(cells[0])] = kind
      default:
        faults.append(
          file.fault(line, "expected word and title, person, link, or pronoun with its kind, with tabs"))
      }
    }
  }
}
