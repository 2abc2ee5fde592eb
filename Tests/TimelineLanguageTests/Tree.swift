import TimelineLanguage
import TimelineText

/// A sentence with a tree given by hand, a word a line: form, treebank tag, head (from 1, 0 for the
/// root), relation.
func tree(_ rows: String) -> ParsedSentence {
  let words = rows.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  var bytes: [UInt8] = []
  var tokens: [Token] = []
  for word in words {
    if !bytes.isEmpty { bytes.append(32) }
    let start = bytes.count
    bytes += Array(word[0].utf8)
    if let token = Token(spelling: bytes.span, start..<bytes.count) { tokens.append(token) }
  }
  let sentence = Sentence(tokens: tokens.indices, kind: .prose, beginsParagraph: true)
  let relations = words.map { UniversalRelation(code: $0[3]) ?? .dependent }
  return ParsedSentence(
    document: Document(text: TextBuffer(bytes: bytes), tokens: tokens, sentences: [sentence]),
    sentence: sentence,
    tags: zip(words, relations).map { universal($0[1], $1) }, fineTags: words.map { _ in 0 },
    features: words.map { _ in 0 }, morphology: words.map { morphology[$0[1]] ?? [] },
    heads: words.map { (Int32($0[2]) ?? 0) - 1 }, relations: relations, casing: .normal)
}

private let morphology: [String: Morphology] = [
  "VBD": [.past, .finite, .indicative], "VBZ": [.present, .finite, .indicative],
  "VBP": [.present, .finite, .indicative], "VB": .infinitive, "VBN": [.past, .participle],
  "VBG": [.present, .participle], "MD": .finite,
]

private func universal(_ tag: String, _ relation: UniversalRelation) -> UniversalTag {
  switch tag {
  case "NN", "NNS": .noun
  case "NNP": .properNoun
  case "PRP", "WP", "WDT": .pronoun
  case "DT": .determiner
  case "TO": .particle
  case "RB": .adverb
  case "JJ": .adjective
  case "IN": relation == .marker ? .subordinator : .adposition
  case "CC": .coordinator
  case ".": .punctuation
  case "MD": .auxiliary
  default:
    [.auxiliary, .passiveAuxiliary, .copula].contains(relation) ? .auxiliary : .verb
  }
}
