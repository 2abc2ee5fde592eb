import TimelineLanguage
import TimelineText

/// A word of a treebank.
struct TreebankWord {
  var form: String
  var lemma: String
  var tag: UniversalTag
  var treebankTag: String
  var features: String
  /// -1 for the root.
  var head: Int
  var relation: UniversalRelation
  var spaceAfter: Bool
}

/// A sentence of a treebank, with a document that holds it alone.
struct TreebankSentence {
  let words: [TreebankWord]
  /// The words written as one (`don't`): ranges of words.
  let joined: [Range<Int>]
  /// How the words written as one are written, by their first word.
  let surfaces: [Int: String]
  let text: String
  let beginsParagraph: Bool
  let beginsDocument: Bool
  let document: Document

  init?(
    words: [TreebankWord], joined: [Range<Int>], surfaces: [Int: String], text: String, beginsParagraph: Bool,
    beginsDocument: Bool
  ) {
    self.words = words
    self.joined = joined
    self.surfaces = surfaces
    self.text = text
    self.beginsParagraph = beginsParagraph
    self.beginsDocument = beginsDocument
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var spaced: [Bool] = []
    var space = true
    for word in words {
      if space, !bytes.isEmpty { bytes.append(32) }
      ranges.append(bytes.count..<bytes.count + word.form.utf8.count)
      bytes += Array(word.form.utf8)
      spaced.append(space)
      space = word.spaceAfter
    }
    var tokens: [Token] = []
    for (range, space) in zip(ranges, spaced) {
      guard let token = Token(spelling: bytes.span, range, traits: space ? .spaceBefore : []) else {
        return nil
      }
      tokens.append(token)
    }
    document = Document(
      text: TextBuffer(bytes: bytes), tokens: tokens,
      sentences: [Sentence(tokens: tokens.indices, kind: .prose, beginsParagraph: beginsParagraph)])
  }
}

extension TreebankSentence {
  /// Longer sentences are not joined with others.
  private static let longestJoined = 40

  /// The sentence and the next of its paragraph as one, the second beside the first, where the first ends
  /// without a mark; nil for other pairs.
  func joined(with next: TreebankSentence) -> TreebankSentence? {
    guard !next.beginsParagraph, !next.beginsDocument, let last = words.last, last.tag != .punctuation,
      words.count <= Self.longestJoined, next.words.count <= Self.longestJoined,
      let root = words.firstIndex(where: { $0.head < 0 })
    else { return nil }
    let moved = next.words.map { word in
      var word = word
      if word.head < 0 { word.relation = .parataxis }
      word.head = word.head < 0 ? root : word.head + words.count
      return word
    }
    return TreebankSentence(
      words: words + moved, joined: [], surfaces: [:], text: text + " " + next.text,
      beginsParagraph: beginsParagraph, beginsDocument: beginsDocument)
  }
}

/// A treebank in CoNLL-U.
struct Treebank {
  var sentences: [TreebankSentence] = []

  /// Reads CoNLL-U; lines that are none are passed over.
  init(_ conllu: String) {
    var words: [TreebankWord] = []
    var joined: [Range<Int>] = []
    var joinedSpace: [Int: Bool] = [:]
    var surfaces: [Int: String] = [:]
    var text = ""
    var beginsParagraph = false
    var beginsDocument = false
    for line in conllu.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if !words.isEmpty {
          for range in joined {
            for index in range {
              words[index].spaceAfter =
                index == range.upperBound - 1 && joinedSpace[range.lowerBound] != false
            }
          }
          if let sentence = TreebankSentence(
            words: words, joined: joined, surfaces: surfaces, text: text, beginsParagraph: beginsParagraph,
            beginsDocument: beginsDocument)
          {
            sentences.append(sentence)
          }
        }
        words = []
        joined = []
        joinedSpace = [:]
        surfaces = [:]
        beginsParagraph = false
        beginsDocument = false
        continue
      }
      if line.hasPrefix("# text = ") { text = String(line.dropFirst(9)) }
      if line.hasPrefix("# newdoc") { beginsDocument = true }
      if line.hasPrefix("# newpar") || line.hasPrefix("# newdoc") { beginsParagraph = true }
      guard !line.hasPrefix("#") else { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 10 else { continue }
      if let dash = fields[0].firstIndex(of: "-"), let first = Int(fields[0][..<dash]),
        let last = Int(fields[0][fields[0].index(after: dash)...])
      {
        joined.append(first - 1..<last)
        surfaces[first - 1] = String(fields[1])
        joinedSpace[first - 1] = !fields[9].contains("SpaceAfter=No")
      }
      guard Int(fields[0]) != nil, let head = Int(fields[6]) else { continue }
      words.append(
        TreebankWord(
          form: String(fields[1]), lemma: String(fields[2]), tag: UniversalTag(code: fields[3]) ?? .other,
          treebankTag: String(fields[4]), features: fields[5] == "_" ? "" : String(fields[5]), head: head - 1,
          relation: UniversalRelation(code: fields[7]) ?? .dependent,
          spaceAfter: !fields[9].contains("SpaceAfter=No")))
    }
  }
}
