import TimelineLanguage
import TimelineText

/// Trains all parts of a model.
struct ModelTrainer {
  var taggerBits = 16
  var taggerEpochs = 8
  var parserBits = 16
  var parserEpochs = 10
  var folds = 4
  var log: (String) -> Void

  func train(_ sentences: [TreebankSentence]) -> [UInt8] {
    var tags = TagInventory(sentences)
    let lemmas = LemmaBuilder(sentences, &tags)
    let lexicon = LexiconBuilder.bytes(sentences, tags, clusters: [:])
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
    var examples = sentences.map { example($0, tags, words) }
    log("tagging \(folds) folds")
    for fold in 0..<folds {
      let rest = examples.enumerated().filter { $0.offset % folds != fold }.map(\.element)
      let model = TaggerTrainer.train(rest, epochs: 3, bits: taggerBits, tags: tags.keys.count)
      for index in examples.indices where index % folds == fold {
        TaggerTrainer.run(examples[index], model, tags: tags.keys.count, learns: false) { word, tag in
          examples[index].tags[word] = tag
        }
      }
    }
    let pairs = examples.flatMap { zip($0.tags, $0.gold) }
    log("held-out tags right: \(pairs.count { $0 == $1 }) of \(pairs.count)")
    parts[.tagger] = TaggerTrainer.train(
      examples, epochs: taggerEpochs, bits: taggerBits, tags: tags.keys.count
    ).quantised()
    log("tagger trained")
    let transitions = Self.transitions(examples)
    parts[.transitions] = transitions.bytes
    parts[.parser] = ParserTrainer.train(
      examples, transitions, epochs: parserEpochs, bits: parserBits, log: log
    ).quantised()
    return LanguageModel.file(parts)
  }

  private func example(_ sentence: TreebankSentence, _ tags: TagInventory, _ lexicon: Lexicon) -> Example {
    let casing = SentenceCasing(sentence.document.tokens[...])
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
