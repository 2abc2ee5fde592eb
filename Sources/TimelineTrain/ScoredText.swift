/// A text in CoNLL-U as the scorer sees it: characters without white space, and the words' places in them.
struct ScoredText {
  struct Word {
    /// Of characters, white space left out; of the whole surface word for a part of one.
    let span: Range<Int>
    let isPart: Bool
    let form: String
    let lemma: String
    let tag: String
    let treebankTag: String
    let features: String
    /// A word's number in the text; -1 for a root.
    var head: Int
    let relation: String
  }

  private(set) var characters: [Unicode.Scalar] = []
  private(set) var tokens: [Range<Int>] = []
  private(set) var sentences: [Range<Int>] = []
  private(set) var words: [Word] = []

  /// Reads CoNLL-U; lines that are none are passed over.
  init(_ text: String) {
    var firstWord = 0
    var firstCharacter = 0
    var joined: (last: Int, span: Range<Int>)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if words.count > firstWord { sentences.append(firstCharacter..<characters.count) }
        firstWord = words.count
        firstCharacter = characters.count
        joined = nil
        continue
      }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard !line.hasPrefix("#"), fields.count == 10, !fields[0].contains(".") else { continue }
      let numbers = fields[0].split(separator: "-").compactMap { Int($0) }
      if numbers.count == 2 {
        joined = (numbers[1], addToken(fields[1]))
        continue
      }
      guard let number = numbers.first else { continue }
      var span: Range<Int>
      let part = joined.map { number <= $0.last } ?? false
      if part, let joined { span = joined.span } else { span = addToken(fields[1]) }
      let head = Int(fields[6]) ?? 0
      words.append(
        Word(
          span: span, isPart: part, form: fields[1].lowercased(), lemma: fields[2], tag: fields[3],
          treebankTag: fields[4], features: Self.universal(fields[5]),
          head: head == 0 ? -1 : firstWord + head - 1, relation: String(fields[7].prefix { $0 != ":" })))
    }
  }

  private mutating func addToken(_ form: String) -> Range<Int> {
    let start = characters.count
    characters += form.unicodeScalars.filter { !$0.properties.isWhitespace }
    tokens.append(start..<characters.count)
    return start..<characters.count
  }

  /// The features that all treebanks share.
  private static func universal(_ text: String) -> String {
    text.split(separator: "|").filter { part in universalFeatures.contains(String(part.prefix { $0 != "=" }))
    }
    .sorted().joined(separator: "|")
  }

  private static let universalFeatures: Set<String> = [
    "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case",
    "Definite", "Degree", "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person",
    "Polite",
  ]
}
