import TimelineLanguage

/// A sentence as the trainer of tagger and parser sees it.
struct Example {
  var forms: [WordForm]
  var gold: [UInt8]
  var heads: [Int32]
  var relations: [UInt8]
  /// Tags that a tagger gave that was not trained on the sentence.
  var tags: [UInt8]
}

/// Trains the tagger: tags from left to right with its own earlier tags, an update at each mistake.
enum TaggerTrainer {
  static func train(_ examples: [Example], epochs: Int, bits: Int, tags: Int) -> Perceptron {
    let model = Perceptron(bits: bits, columns: 64)
    var random = SplitMix(state: 1)
    var order = Array(examples.indices)
    for _ in 0..<epochs {
      random.shuffle(&order)
      for index in order { run(examples[index], model, tags: tags, learns: true) { _, _ in } }
    }
    return model
  }

  /// Tags an example with the weights as they stand.
  static func run(
    _ example: Example, _ model: Perceptron, tags: Int, learns: Bool, result: (Int, UInt8) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TaggerFeatures.count) { hashes in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 64) { scores in
        example.forms.withUnsafeBufferPointer { forms in
          guard let hashes = hashes.baseAddress, let scores = scores.baseAddress,
            let forms = forms.baseAddress
          else { return }
          var previous: UInt32 = 0xFF
          var beforePrevious: UInt32 = 0xFF
          for index in example.gold.indices {
            let certain = forms[index + 2].certainTag
            var best = Int(certain) - 1
            if certain == 0 {
              TaggerFeatures.fill(
                hashes, forms, at: index + 2, previous: previous, beforePrevious: beforePrevious)
              model.score(hashes, count: TaggerFeatures.count, into: scores)
              best = 0
              for tag in 1..<tags where scores[tag] > scores[best] { best = tag }
              let gold = Int(example.gold[index])
              if learns {
                if best != gold {
                  model.update(hashes, count: TaggerFeatures.count, right: gold, wrong: best)
                }
                model.tick()
              }
            }
            result(index, UInt8(best))
            beforePrevious = previous
            previous = UInt32(best)
          }
        }
      }
    }
  }
}
