import TimelineLanguage

/// What a verb does with the event that stands with it.
struct VerbFrames: Sendable {
  enum Kind: String, Sendable {
    case report, govern, light, phase, cease, cancel, move, span, grant, outcome, schedule, desire, motion,
      visit,
      occur, attitude, stamp, run, hold, voice, settle, miss
  }

  struct Frame: Sendable {
    var kind: Kind
    var modality: Modality?
    /// Whether the verb's subject counts as a source of what hangs from it.
    var says: Bool
    /// Whether what hangs from it is said not to be so.
    var denies: Bool
    /// Whether what hangs from it will not be: `rule out`.
    var isNegative = false
    /// Whether it says something only where that stands beside it: `add`, `post`, `argue`.
    var needsContent = false
    /// Whether its own time is when it was said, though its subject is no source: `promise`.
    var isDated: Bool
  }

  private var frames: [String: [Frame]] = [:]
  /// The verbs that a frame knows with a particle.
  private var particled: Set<String> = []

  init(_ file: DataFile, _ faults: inout [DataMistake]) {
    for (line, cells) in file.rows {
      guard cells.count == 4, let kind = Kind(rawValue: String(cells[1])) else {
        faults.append(
          file.fault(
            line,
            "expected lemma, class, modality or -, and says, quotes, denies, dates, clause or -, with tabs"))
        continue
      }
      let isNegative = cells[2].hasSuffix("-not")
      let modality = Modality(rawValue: String(isNegative ? cells[2].dropLast(4) : cells[2]))
      if modality == nil, cells[2] != "-" {
        faults.append(file.fault(line, "\(cells[2]) is no modality"))
        continue
      }
      if let space = cells[0].firstIndex(of: " ") { particled.insert(String(cells[0][..<space])) }
      frames[String(cells[0]), default: []].append(
        Frame(
          kind: kind, modality: modality, says: !["-", "dates", "clause"].contains(cells[3]),
          denies: cells[3] == "denies", isNegative: isNegative, needsContent: cells[3] == "quotes",
          isDated: cells[3] != "-"))
    }
  }

  func frame(_ lemma: String, _ kind: Kind) -> Frame? {
    frames[lemma]?.first { $0.kind == kind }
  }

  /// A verb's base form, where a lemmatiser that does not know the verb gives it an `e` too few or too many, or
  /// one of two like consonants: `postpon`, `shoute`, `cancell`, `shel`.
  func respelled(_ lemma: String) -> String {
    if isKnown(lemma) { return lemma }
    guard lemma.utf8.count > 2, let last = lemma.last else { return lemma }
    let shorter = String(lemma.dropLast())
    for other in [lemma + "e", shorter, lemma + String(last)] where isKnown(other) { return other }
    return lemma
  }

  /// Whether a frame knows a verb with a particle.
  func takesParticle(_ lemma: String) -> Bool { particled.contains(lemma) }

  private func isKnown(_ lemma: String) -> Bool { frames[lemma] != nil || particled.contains(lemma) }

  /// All frames of a verb; nil for one that is not listed.
  func frames(_ lemma: String) -> [Frame]? { frames[lemma] }

  func has(_ lemma: String, _ kind: Kind) -> Bool { frame(lemma, kind) != nil }
}
