import TimelineText

/// Judges where sentences begin that no rule can tell: behind a missing full stop, before a name behind an
/// abbreviation.
///
/// An averaged perceptron over hashed features; one weight of 16 bits a slot.
struct BoundaryModel: Sendable {
  let lexicon: Lexicon
  private let weights: EmbeddedBytes
  /// How far a 32-bit hash is shifted to give a slot.
  private let shift: UInt32

  /// The least sum at which a sentence begins, below 0 behind a mark: there a boundary that is missed costs
  /// a parse more than one too many. Behind a plain word it must be surer, most of all in a line that a full
  /// stop closes, as edited text has it.
  private static func least(_ place: BoundaryFeatures.Place) -> Int32 {
    switch place {
    case .behindMark: -150
    case .behindWord: 100
    case .behindWordOfFinishedLine: 300
    }
  }

  /// Nil for a model without such weights.
  init?(_ model: LanguageModel) {
    weights = model.part(.boundaries)
    let slots = weights.count / 2
    guard slots > 1, slots & (slots - 1) == 0 else { return nil }
    shift = UInt32(32 - slots.trailingZeroBitCount)
    lexicon = Lexicon(model)
  }

  /// Whether a sentence begins at a token.
  func begins(_ token: Int, _ first: Int, _ rule: Bool, _ features: BoundaryFeatures) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: BoundaryFeatures.count) { hashes in
      guard let hashes = hashes.baseAddress else { return rule }
      features.fill(hashes, token, first, rule)
      let weights = self.weights.base.assumingMemoryBound(to: Int16.self)
      var sum: Int32 = 0
      for feature in 0..<BoundaryFeatures.count {
        // A shifted hash is less than the count of weights.
        sum &+= Int32(Int16(littleEndian: weights[Int(hashes[feature] >> shift)]))
      }
      return sum > Self.least(features.place(token))
    }
  }
}
