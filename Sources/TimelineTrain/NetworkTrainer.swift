import TimelineLanguage

/// Trains the network of tags and trees.
struct NetworkTrainer {
  var epochs = 20
  var rate: Float = 0.002
  var batch = 8
  var dropout: Float = 0.25
  var exploration: Float = 0.1
  var shape = NetworkShape(input: 64, state: 64, hidden: 64, words: 1, tags: 64, classes: 96, affixBits: 12)
  /// The universal tag of each tag.
  var universal: [UniversalTag] = []
  var log: (String) -> Void

  func train(
    _ examples: [Example], _ transitions: TransitionSet, frequency: [Int32], dev: [(String, [Example])]
  ) -> Network {
    let network = Network(shape, seed: 7)
    let pass = NetworkPass(network)
    var random: SplitMix? = SplitMix(state: 11)
    var order = Array(examples.indices.filter { examples[$0].gold.count <= 200 })
    let blocks = network.all
    let total = epochs * order.count / batch
    var step = 0
    for epoch in 0..<epochs {
      random?.shuffle(&order)
      var mistakes = 0
      var steps = 0
      for (place, index) in order.enumerated() {
        let outcome = pass.run(
          examples[index], transitions, learning: &random, dropout: dropout, frequency: frequency,
          exploration: exploration)
        mistakes += outcome.mistakes
        steps += outcome.steps
        if (place + 1) % batch == 0 || place == order.count - 1 {
          step += 1
          let progress = Float(step) / Float(total)
          let current =
            rate * min(1, Float(step) / 200) * (progress < 0.5 ? 1 : max(0.05, 2 * (1 - progress)))
          let decay = max(0.001, 1 / Float(step + 1))
          for block in blocks { block.step(rate: current / Float(batch).squareRoot() * 2, decay: decay) }
        }
      }
      log("epoch \(epoch + 1): \(mistakes) of \(steps) wrong")
      if epoch % 3 == 2 || epoch == epochs - 1 {
        for block in blocks { block.swapAverage() }
        for (name, examples) in dev { log("  \(name): \(score(examples, transitions, pass))") }
        if epoch < epochs - 1 { for block in blocks { block.swapAverage() } }
      }
    }
    return network
  }

  func score(_ examples: [Example], _ transitions: TransitionSet, _ pass: NetworkPass) -> String {
    var words = 0
    var tags = 0
    var coarse = 0
    var heads = 0
    var labelled = 0
    var none: SplitMix?
    for example in examples {
      let outcome = pass.run(example, transitions, learning: &none)
      let count = example.gold.count
      for index in 0..<count {
        words += 1
        if outcome.tags[index] == example.gold[index] { tags += 1 }
        if universal[Int(outcome.tags[index])] == universal[Int(example.gold[index])] { coarse += 1 }
        let head = outcome.state.heads[index] == Int32(count) ? -1 : outcome.state.heads[index]
        guard head == example.heads[index] else { continue }
        heads += 1
        let main = { (raw: UInt8) in UniversalRelation(rawValue: raw)?.code.prefix { $0 != ":" } }
        if main(outcome.state.relations[index]) == main(example.relations[index]) { labelled += 1 }
      }
    }
    func share(_ value: Int) -> Double { Double(value * 10000 / max(words, 1)) / 100 }
    return "UPOS \(share(coarse)) fine tags \(share(tags)) UAS \(share(heads)) LAS \(share(labelled))"
  }
}
