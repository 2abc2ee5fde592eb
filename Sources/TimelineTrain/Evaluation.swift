import TimelineLanguage

/// Scores with gold tokens, as the CoNLL 2018 shared task counts them.
struct Evaluation: CustomStringConvertible {
  var words = 0
  var tags = 0
  var lemmas = 0
  var heads = 0
  var labelled = 0

  init(_ bank: Treebank, _ core: LanguageCore, _ model: LanguageModel?) {
    for sentence in bank.sentences {
      let parsed = core.parse(sentence.document.sentences[0], in: sentence.document)
      for (index, word) in sentence.words.enumerated() {
        words += 1
        if parsed.tags[index] == word.tag { tags += 1 }
        if word.lemma == "_" || parsed.lemma(of: index, model: model) == word.lemma { lemmas += 1 }
        if Int(parsed.heads[index]) == word.head {
          heads += 1
          let main = { (relation: UniversalRelation) in relation.code.prefix { $0 != ":" } }
          if main(parsed.relations[index]) == main(word.relation) { labelled += 1 }
        }
      }
    }
  }

  var description: String {
    func share(_ value: Int) -> String {
      let points = words == 0 ? 0 : (value * 10000 + words / 2) / words
      return "\(points / 100).\(points % 100 < 10 ? "0" : "")\(points % 100)"
    }
    return
      "UPOS \(share(tags))  lemmas \(share(lemmas))  UAS \(share(heads))  LAS \(share(labelled))  (\(words) words)"
  }
}
