/// A reading of a word that what stands around it can make certain: `last` behind `should` is a verb.
public enum WordReading: Sendable {
  case infinitive, thirdPerson, present, past, participle, noun, name

  /// The tag for it among some, given as bits; nil where it is none of them.
  func tag(among possible: UInt64 = .max, in tags: TagSet) -> UInt8? {
    for tag in 0..<UInt8(clamping: tags.count) where possible & (1 << UInt64(tag)) != 0 {
      guard tags.universal(tag) == universal, tags.treebank(tag) == code else {
        continue
      }
      if tags.morphology(tags.usualFeatures(tag)).contains(.imperative) { continue }
      return tag
    }
    return nil
  }

  private var universal: UniversalTag {
    switch self {
    case .noun: .noun
    case .name: .properNoun
    default: .verb
    }
  }

  /// The treebank's own tag.
  private var code: String {
    switch self {
    case .infinitive: "VB"
    case .thirdPerson: "VBZ"
    case .present: "VBP"
    case .past: "VBD"
    case .participle: "VBN"
    case .noun: "NN"
    case .name: "NNP"
    }
  }
}
