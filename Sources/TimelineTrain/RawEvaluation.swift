import TimelineLanguage
import TimelineText

/// Scores from raw text, as the CoNLL 2018 shared task counts them: system words and gold words match
/// where they cover the same characters, white space left out.
struct RawEvaluation: CustomStringConvertible {
  private var system = 0
  private var gold = 0
  private var matched = 0
  private var systemSentences = 0
  private var goldSentences = 0
  private var matchedSentences = 0
  private var tags = 0
  private var lemmas = 0
  private var heads = 0
  private var labelled = 0
  /// Examples of words that do not match.
  private(set) var misses: [String: Int] = [:]
  private(set) var sentenceMisses: [String] = []

  private struct Word {
    var span: Range<Int>
    var head: Int
    var tag: UniversalTag
    var relation: UniversalRelation
    var lemma: String
    var form: String
  }

  init(_ bank: Treebank, _ core: LanguageCore, _ model: LanguageModel?) {
    var document: [TreebankSentence] = []
    for sentence in bank.sentences {
      if sentence.beginsDocument, !document.isEmpty {
        score(document, core, model)
        document = []
      }
      document.append(sentence)
    }
    if !document.isEmpty { score(document, core, model) }
  }

  private mutating func score(_ sentences: [TreebankSentence], _ core: LanguageCore, _ model: LanguageModel?)
  {
    var text = ""
    var goldWords: [Word] = []
    var goldStarts: [Int] = []
    var offset = 0
    for sentence in sentences {
      if !text.isEmpty { text += sentence.beginsParagraph ? "\n\n" : " " }
      text += sentence.text
      goldStarts.append(offset)
      let first = goldWords.count
      for word in sentence.words {
        let length = word.form.unicodeScalars.count { $0 != " " && $0 != "\u{A0}" }
        goldWords.append(
          Word(
            span: offset..<offset + length, head: word.head < 0 ? -1 : first + word.head, tag: word.tag,
            relation: word.relation, lemma: word.lemma, form: word.form))
        offset += length
      }
    }
    goldStarts.append(offset)
    let document = core.document(text)
    var places: [Int] = [0]
    var count = 0
    for byte in document.text.bytes {
      if byte & 0xC0 != 0x80, byte != 32, byte != 10, byte != 0xC2 { count += 1 }
      if byte == 0xC2 { count += 1 }
      places.append(count)
    }
    var systemWords: [Word] = []
    var systemStarts: [Int] = []
    for sentence in document.sentences {
      let parsed = core.parse(sentence, in: document)
      let first = systemWords.count
      for word in 0..<parsed.count {
        let token = parsed.token(word)
        let span = places[Int(token.start)]..<places[Int(token.end)]
        if word == 0 { systemStarts.append(span.lowerBound) }
        systemWords.append(
          Word(
            span: span, head: parsed.heads[word] < 0 ? -1 : first + Int(parsed.heads[word]),
            tag: parsed.tags[word], relation: parsed.relations[word],
            lemma: parsed.lemma(of: word, model: model), form: parsed.string(word)))
      }
    }
    systemStarts.append(offset)
    system += systemWords.count
    gold += goldWords.count
    goldSentences += sentences.count
    systemSentences += document.sentences.count
    let goldSpans = Set(zip(goldStarts, goldStarts.dropFirst()).map { $0..<$1 })
    for (start, end) in zip(systemStarts, systemStarts.dropFirst()) where goldSpans.contains(start..<end) {
      matchedSentences += 1
    }
    let goldStartSet = Set(goldStarts)
    for (index, word) in systemWords.enumerated()
    where index > 0 && systemStarts.contains(word.span.lowerBound)
      && !goldStartSet.contains(word.span.lowerBound)
    {
      let context = systemWords[max(index - 6, 0)..<min(index + 4, systemWords.count)].map(\.form)
      sentenceMisses.append(
        "+ " + context.prefix(min(6, index)).joined(separator: " ") + " || "
          + context.dropFirst(min(6, index)).joined(separator: " "))
    }
    let systemStartSet = Set(systemStarts)
    for (index, word) in goldWords.enumerated()
    where index > 0 && goldStartSet.contains(word.span.lowerBound)
      && !systemStartSet.contains(word.span.lowerBound)
    {
      let context = goldWords[max(index - 6, 0)..<min(index + 4, goldWords.count)].map(\.form)
      sentenceMisses.append(
        "- " + context.prefix(min(6, index)).joined(separator: " ") + " || "
          + context.dropFirst(min(6, index)).joined(separator: " "))
    }
    compare(systemWords, goldWords)
  }

  private mutating func compare(_ systemWords: [Word], _ goldWords: [Word]) {
    var goldOf: [Int: Int] = [:]
    var s = 0
    var g = 0
    while s < systemWords.count || g < goldWords.count {
      let left = s < systemWords.count ? systemWords[s].span : Int.max..<Int.max
      let right = g < goldWords.count ? goldWords[g].span : Int.max..<Int.max
      if left == right {
        goldOf[s] = g
        s += 1
        g += 1
      } else if (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound) {
        misses["+" + systemWords[s].form, default: 0] += 1
        s += 1
      } else {
        misses["-" + goldWords[g].form, default: 0] += 1
        g += 1
      }
    }
    matched += goldOf.count
    for (s, g) in goldOf {
      let left = systemWords[s]
      let right = goldWords[g]
      if left.tag == right.tag { tags += 1 }
      if right.lemma == "_" || left.lemma == right.lemma { lemmas += 1 }
      let head = left.head < 0 ? -1 : goldOf[left.head] ?? -2
      if head == right.head {
        heads += 1
        let main = { (relation: UniversalRelation) in relation.code.prefix { $0 != ":" } }
        if main(left.relation) == main(right.relation) { labelled += 1 }
      }
    }
  }

  var description: String {
    func f1(_ value: Int, _ system: Int, _ gold: Int) -> String {
      let points = system + gold == 0 ? 0 : value * 2 * 10000 / (system + gold)
      return "\(points / 100).\(points % 100 < 10 ? "0" : "")\(points % 100)"
    }
    return
      "raw: words \(f1(matched, system, gold))  sentences \(f1(matchedSentences, systemSentences, goldSentences))  UPOS \(f1(tags, system, gold))  lemmas \(f1(lemmas, system, gold))  UAS \(f1(heads, system, gold))  LAS \(f1(labelled, system, gold))"
  }
}
