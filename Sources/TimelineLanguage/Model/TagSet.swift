import TimelineText

/// The tags of a model: parts of speech split by the treebank's own tags and by mood.
///
/// A record of 16 bytes a tag: the universal tag, the number of the usual features (UInt16 at 2), the
/// treebank's tag (8 bytes at 8, filled up with zeros).
struct TagSet: Sendable {
  /// No model has more tags.
  static let most = 64
  let count: Int
  private let records: EmbeddedBytes
  private let features: EmbeddedBytes
  private let text: EmbeddedBytes

  init(_ model: LanguageModel) {
    records = model.part(.tags)
    features = model.part(.features)
    text = model.part(.featureText)
    count = min(records.count / 16, Self.most)
  }

  func universal(_ tag: UInt8) -> UniversalTag {
    UniversalTag(rawValue: records.integer(at: Int(tag) * 16, as: UInt8.self)) ?? .other
  }

  /// The number of the features that words of a tag have where the lexicon tells nothing else.
  func usualFeatures(_ tag: UInt8) -> UInt16 { records.integer(at: Int(tag) * 16 + 2, as: UInt16.self) }

  /// The treebank's own tag: `VBD`.
  func treebank(_ tag: UInt8) -> String {
    let start = Int(tag) * 16 + 8
    var end = start
    while end < start + 8, records.integer(at: end, as: UInt8.self) != 0 { end += 1 }
    return records.string(start..<end)
  }

  /// Features by number: records of 12 bytes, bits, start and count of the text.
  func morphology(_ number: UInt16) -> Morphology {
    Morphology(rawValue: features.integer(at: Int(number) * 12, as: UInt32.self))
  }

  /// Features as CoNLL-U writes them; empty for none.
  func featureText(_ number: UInt16) -> String {
    let start = Int(features.integer(at: Int(number) * 12 + 4, as: UInt32.self))
    let count = Int(features.integer(at: Int(number) * 12 + 8, as: UInt32.self))
    return text.string(start..<start + count)
  }
}
