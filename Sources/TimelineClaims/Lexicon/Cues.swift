import TimelineLanguage
import TimelineText

/// Words that set the modality, polarity or condition of a clause.
struct Cues: Sendable {
  enum Kind: String, Sendable {
    case modal, adverb, adjective, vague, noun, place, site, source, citation, destination, choice, purpose,
      have, habit, former, when, content, occasion, indefinite, instead, attribute, parties, quoting, party,
      opinion, pending, ended, question, contrast, comparison, length, happening, prior,
      against, compared, change, bound, base, alleging, there, chance, slight, conditional, unchanged,
      circumstance
  }

  struct Cue: Sendable {
    var kind: Kind
    var modality: Modality?
    /// The cue denies as well: `unlikely`.
    var isNegative: Bool
  }

  private var cues: [String: [Cue]] = [:]
  /// The mark that ends a question.
  private(set) var questionMark = ""
  /// Hashes of the words that cite somebody: by them most words are told to be none.
  private(set) var citations: Set<UInt32> = []

  init(_ file: DataFile, _ faults: inout [DataMistake]) {
    for (line, cells) in file.rows {
      guard cells.count == 3, let kind = Kind(rawValue: String(cells[1])) else {
        faults.append(file.fault(line, "expected lemma, cue and modality or -, with tabs"))
        continue
      }
      let isNegative = cells[2].hasSuffix("-not")
      let name = isNegative ? cells[2].dropLast(4) : cells[2]
      let modality = Modality(rawValue: String(name))
      if modality == nil, name != "-" {
        faults.append(file.fault(line, "\(name) is no modality"))
        continue
      }
      if kind == .question { questionMark = String(cells[0]) }
      if kind == .citation { citations.insert(ByteHash.of(String(cells[0]))) }
      cues[String(cells[0]), default: []].append(
        Cue(kind: kind, modality: modality, isNegative: isNegative))
    }
  }

  func cue(_ word: String, _ kind: Kind) -> Cue? {
    cues[word]?.first { $0.kind == kind }
  }
}
