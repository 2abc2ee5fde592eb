import TimelineLanguage
import TimelineText

/// Words that set the modality, polarity or condition of a clause.
struct Cues: Sendable {
  enum Kind: String, Sendable {
    case modal, adverb, adjective, vague, noun, place, site, source, citation, destination, choice, purpose,
      have, habit, former, when, content, occasion, indefinite, instead, attribute, parties, quoting, party,
      opinion, pending, ended, question, contrast, comparison, length, happening, prior,
      against, compared, change, bound, base, alleging, there
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
  /// The words that are cues: by them most others are told to be none without a string.
  private(set) var words = WordTable()
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
      words.insert(cells[0].utf8, value: 0)
      if let space = cells[0].firstIndex(of: " ") { openings.insert(cells[0][..<space].utf8, value: 0) }
      cues[String(cells[0]), default: []].append(
        Cue(kind: kind, modality: modality, isNegative: isNegative))
    }
  }

  func cue(_ word: String, _ kind: Kind) -> Cue? {
    cues[word]?.first { $0.kind == kind }
  }

  /// What a word tells as a cue, of whatever kind.
  func all(of word: String) -> [Cue] { cues[word] ?? [] }

  /// The same of a word of a sentence.
  func all(of word: Int, in sentence: ParsedSentence) -> [Cue] {
    sentence.find(word, in: words) == nil ? [] : all(of: sentence.string(word).lowercased())
  }

  func cue(_ word: Int, of sentence: ParsedSentence, _ kind: Kind) -> Cue? {
    all(of: word, in: sentence).first { $0.kind == kind }
  }
}
