import TimelineLanguage

/// Nouns that name an event, and those that name where one takes place.
struct EventNouns: Sendable {
  enum Kind: String, Sendable { case event, deadline, weak, part, suffix, place, thing }

  private var kinds: [String: Kind] = [:]
  private var suffixes: [String] = []
  private let common: CommonNouns

  /// - Parameter common: What the file does not list.
  init(_ file: DataFile, _ common: CommonNouns, _ faults: inout [DataMistake]) {
    self.common = common
    for (line, cells) in file.rows {
      guard cells.count == 2, let kind = Kind(rawValue: String(cells[1])) else {
        faults.append(
          file.fault(
            line, "expected lemma and event, deadline, weak, part, suffix, place or thing, with a tab"))
        continue
      }
      if kind == .suffix {
        suffixes.append(String(cells[0].dropFirst()))
      } else {
        kinds[String(cells[0])] = kind
      }
    }
  }

  /// Whether the ending of a noun says that it may name an event.
  func looksLikeEvent(_ lemma: String) -> Bool {
    if isPlace(lemma) || common.persons.contains(lemma) { return false }
    return suffixes.contains { lemma.utf8.count > $0.utf8.count + 2 && lemma.hasSuffix($0) }
  }

  func kind(_ lemma: String) -> Kind? { kinds[lemma] ?? (common.events.contains(lemma) ? .weak : nil) }

  /// Whether a noun can name what is done, where the sentence asks for such a noun: `work` of `begin work`.
  func isAct(_ lemma: String) -> Bool { common.events.contains(lemma) }

  func isPerson(_ lemma: String) -> Bool { common.persons.contains(lemma) }

  func isPlace(_ lemma: String) -> Bool {
    kinds[lemma].map { $0 == .place } ?? common.places.contains(lemma)
  }
}
