import TimelineLanguage
import TimelineText

/// Words that set the modality, polarity or condition of a clause.
struct Cues: Sendable {
  enum Kind: String, Sendable {
    case modal, adverb, adjective, vague, noun, place, site, source, citation, destination, choice, purpose,
      have, habit, former, when, content, occasion, indefinite, instead, attribute, parties, quoting, party,
      opinion, pending, ended, question, contrast, comparison, length, happening, prior,
      against, compared, change, bound, base, alleging, there, chance, slight, conditional, unchanged,
      circumstance, open
  }

  struct Cue: Sendable {
    var kind: Kind
    var modality: Modality?
    /// The cue denies as well: `unlikely`.
    var isNegative: Bool
  }

  /// The cues of each word, by its number.
  private var cues: [[Cue]] = []
  private var numbers: [String: Int] = [:]
  /// The mark that ends a question.
  private(set) var questionMark = ""
  /// The same numbers, looked up without a string.
  private var words = WordTable()
  /// Those that begin a cue of several words.
  private(set) var openings = WordTable()

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
      if let space = cells[0].firstIndex(of: " ") { openings.insert(cells[0][..<space].utf8, value: 0) }
      let word = String(cells[0])
      if numbers[word] == nil {
        numbers[word] = cues.count
        words.insert(word.utf8, value: cues.count)
        cues.append([])
      }
      cues[numbers[word] ?? 0].append(Cue(kind: kind, modality: modality, isNegative: isNegative))
    }
  }

  func cue(_ word: String, _ kind: Kind) -> Cue? {
    all(of: word).first { $0.kind == kind }
  }

  /// What a word tells as a cue, of whatever kind.
  func all(of word: String) -> [Cue] { numbers[word].map { cues[$0] } ?? [] }

  /// The same of a word of a sentence; with a typographic apostrophe it is none.
  func all(of word: Int, in sentence: ParsedSentence) -> [Cue] {
    guard let number = sentence.find(word, in: words), sentence.isPlain(word) else { return [] }
    return cues[number]
  }

  func cue(_ word: Int, of sentence: ParsedSentence, _ kind: Kind) -> Cue? {
    all(of: word, in: sentence).first { $0.kind == kind }
  }
}

extension ParsedSentence {
  /// Whether a word is written in ASCII alone.
  fileprivate func isPlain(_ word: Int) -> Bool {
    document.text.bytes[token(word).range].allSatisfy { $0 < 0x80 }
  }
}
