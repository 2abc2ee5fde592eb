import TimelineLanguage

/// Nouns that name an event.
struct EventNouns: Sendable {
  enum Kind: String, Sendable { case event, deadline, weak }

  private var kinds: [String: Kind] = [:]

  init(_ file: DataFile, _ faults: inout [DataFault]) {
    for (line, cells) in file.rows {
      guard cells.count == 2, let kind = Kind(rawValue: String(cells[1])) else {
        faults.append(file.fault(line, "expected lemma and event, deadline or weak, with a tab"))
        continue
      }
      kinds[String(cells[0])] = kind
    }
  }

  func kind(_ lemma: String) -> Kind? { kinds[lemma] }
}
