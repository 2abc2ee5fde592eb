import TimelineLanguage
import TimelineText

/// Trains all parts of a model.
struct ModelTrainer {
  var taggerBits = 16
  var taggerEpochs = 8
  var folds = 4
  var clusters = WordClusters()
  var log: (String) -> Void

  var network = NetworkTrainer { _ in }

  /// - Parameter texts: The running text of the same treebanks, for the boundaries of sentences.
  func train(
    _ sentences: [TreebankSentence], texts: [RawText], dev: [(String, [TreebankSentence])] = []
  ) -> [UInt8] {
    var tags = TagInventory(sentences)
    let vocabulary = Vocabulary(sentences)
    let lemmas = LemmaBuilder(sentences, &tags)
    let lexicon = LexiconBuilder.bytes(sentences, tags, numbers: vocabulary.numbers, clusters: clusters)
    let features = tags.featureBytes
    var parts: [LanguageModel.Part: [UInt8]] = [
      .tags: tags.tagBytes, .features: features.records, .featureText: features.text, .lexicon: lexicon,
      .inflections: lemmas.inflections, .lemmaText: lemmas.text, .lemmaRules: lemmas.rules,
    ]
    log(
      "\(tags.keys.count) tags, lexicon \(lexicon.count), inflections \(lemmas.inflections.count), rules \(lemmas.rules.count)"
    )
    guard let words = LanguageModel(EmbeddedBytes(keeping: LanguageModel.file(parts))).map({ Lexicon($0) })
    else { return [] }
    parts[.boundaries] = BoundaryTrainer.bytes(texts, words)
    log("sentence boundaries trained")
    var examples = sentences.map { example($0, tags, words) }
    // Sentences between which no mark stands, as one: a splitter does not part them all.
    for (first, second) in zip(sentences, sentences.dropFirst()) {
      if let joined = first.joined(with: second) { examples.append(example(joined, tags, words)) }
    }
    // Headlines: every so often a sentence once more in capitals, or each word with one.
    for (index, sentence) in sentences.enumerated() where sentence.words.count > 3 && index % 8 == 0 {
      examples.append(example(sentence, tags, words, casing: index % 16 == 0 ? .allCapitals : .title))
    }
    log("tagging \(folds) folds")
    for fold in 0..<folds {
      let rest = examples.enumerated().filter { $0.offset % folds != fold }.map(\.element)
      let model = TaggerTrainer.train(rest, epochs: 4, bits: taggerBits, tags: tags.keys.count)
      model.settle()
      for index in examples.indices where index % folds == fold {
        TaggerTrainer.run(examples[index], model, tags: tags.keys.count, learns: false) { word, tag in
          examples[index].tags[word] = tag
        }
      }
    }
    let pairs = examples.flatMap { zip($0.tags, $0.gold) }
    log("held-out tags right: \(pairs.count { $0 == $1 }) of \(pairs.count)")
    let tagger = TaggerTrainer.train(examples, epochs: taggerEpochs, bits: taggerBits, tags: tags.keys.count)
    parts[.tagger] = tagger.quantised()
    log("tagger trained")
    let transitions = Self.transitions(examples)
    let held = dev.map { name, sentences in
      (
        name,
        sentences.map { sentence in
          var example = example(sentence, tags, words)
          TaggerTrainer.run(example, tagger, tags: tags.keys.count, learns: false) { example.tags[$0] = $1 }
          return example
        }
      )
    }
    var trainer = network
    trainer.log = log
    trainer.universal = tags.keys.map(\.universal)
    trainer.shape.words = vocabulary.frequency.count
    trainer.shape.classes = transitions.columns
    let trained = trainer.train(examples, transitions, frequency: vocabulary.frequency, dev: held)
    parts[.network] = trained.bytes
    parts[.transitions] = transitions.bytes
    if let model = LanguageModel(EmbeddedBytes(keeping: LanguageModel.file(parts))) {
      parts[.ready] = ReadyRows.bytes(for: Self.frequentWords(examples), model)
    }
    return LanguageModel.file(parts)
  }

  private func example(
    _ sentence: TreebankSentence, _ tags: TagInventory, _ lexicon: Lexicon, casing: SentenceCasing? = nil
  ) -> Example {
    let casing = casing ?? SentenceCasing(sentence.document.tokens[...])
    var forms: [WordForm] = [.border(2), .border(1)]
    for (index, token) in sentence.document.tokens.enumerated() {
      var form = WordForm(token, in: sentence.document.text.bytes.span, isInitial: index == 0, casing: casing)
      lexicon.complete(&form)
      forms.append(form)
    }
    forms += [.border(3), .border(4)]
    let gold = sentence.words.map(tags.number)
    return Example(
      forms: forms, gold: gold, heads: sentence.words.map { Int32($0.head) },
      relations: sentence.words.map(\.relation.rawValue), tags: gold)
  }

  /// The words as spelt and tagged that make up most of a text, the most frequent first.
  private static func frequentWords(_ examples: [Example]) -> [(form: WordForm, tag: UInt8)] {
    var counts: [UInt32: (count: Int, form: WordForm, tag: UInt8)] = [:]
    for example in examples {
      for (index, tag) in example.tags.enumerated() {
        let form = example.forms[index + 2]
        counts[ReadyRows.key(form, tag: tag), default: (0, form, tag)].count += 1
      }
    }
    return counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(ReadyRows.most)
      .map { ($0.value.form, $0.value.tag) }
  }

  /// The relations that arcs to either side have at least five times.
  private static func transitions(_ examples: [Example]) -> TransitionSet {
    var left: [UInt8: Int] = [:]
    var right: [UInt8: Int] = [:]
    for example in examples {
      for (word, head) in example.heads.enumerated() where head >= 0 {
        if Int(head) > word {
          left[example.relations[word], default: 0] += 1
        } else {
          right[example.relations[word], default: 0] += 1
        }
      }
    }
    return TransitionSet(
      left: left.filter { $0.value >= 5 }.keys.sorted(), right: right.filter { $0.value >= 5 }.keys.sorted())
  }
}
