import TimelineLanguage
import TimelineText

/// Trains the model of sentence boundaries on the treebanks' texts, cut by the tokeniser.
enum BoundaryTrainer {
  /// The features of each place where a sentence may begin, and whether one does.
  private struct Place {
    var hashes: [UInt32]
    var begins: Bool
  }

  static func bytes(_ texts: [RawText], _ lexicon: Lexicon, bits: Int = 16, epochs: Int = 10) -> [UInt8] {
    let places = texts.flatMap { Self.places(of: $0, lexicon) }
    let model = Perceptron(bits: bits, columns: 1)
    var random = SplitMix(state: 3)
    var order = Array(places.indices)
    var score: Int32 = 0
    for _ in 0..<epochs {
      random.shuffle(&order)
      for index in order {
        let place = places[index]
        place.hashes.withUnsafeBufferPointer { hashes in
          guard let hashes = hashes.baseAddress else { return }
          model.score(hashes, count: place.hashes.count, into: &score)
          if place.begins, score <= margin { model.update(hashes, count: place.hashes.count, by: 1) }
          if !place.begins, score >= -margin { model.update(hashes, count: place.hashes.count, by: -1) }
        }
        model.tick()
      }
    }
    return model.wide()
  }

  /// A place counts as learnt when it is right by more than this.
  private static let margin: Int32 = 4

  private static func places(of text: RawText, _ lexicon: Lexicon) -> [Place] {
    let core = LanguageCore(orthography: .english, model: nil)
    let buffer = TextBuffer(text.text)
    let tokens = core.tokens(of: buffer)
    let features = BoundaryFeatures(
      tokens, buffer, lexicon, isWrapped: LineLayout.isWrapped(tokens, buffer.bytes.span))
    var places: [Place] = []
    _ = core.splitter.sentences(of: tokens, in: buffer, chosen: nil) { token, first, rule in
      let begins = text.starts.contains(Int(tokens[token].start))
      let hashes = [UInt32](unsafeUninitializedCapacity: BoundaryFeatures.count) { hashes, count in
        guard let base = hashes.baseAddress else { return }
        features.fill(base, token, first, rule)
        count = BoundaryFeatures.count
      }
      places.append(Place(hashes: hashes, begins: begins))
      return begins
    }
    return places
  }
}
