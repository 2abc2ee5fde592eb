import TimelineLanguage
import TimelineText

/// Words that set the modality, polarity or condition of a clause.
///
/// A class, since it is asked word by word and its tables are many to hand about.
final class Cues: Sendable {
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
  private let cues: [[Cue]]
  private let numbers: [String: Int]
  /// The mark that ends a question.
  let questionMark: String
  /// The same numbers, looked up without a string.
  private let words: WordTable
  /// Those that begin a cue of several words.
  let openings: WordTable

  init(_ file: DataFile, _ faults: inout [DataMistake]) {
    var cues: [[Cue]] = []
    var numbers: [String: Int] = [:]
    var questionMark = ""
    var words = WordTable()
    var openings = WordTable()
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
    self.cues = cues
    self.numbers = numbers
    self.questionMark = questionMark
    self.words = words
    self.openings = openings
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
