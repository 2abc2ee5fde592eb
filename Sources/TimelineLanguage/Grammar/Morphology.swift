/// The morphological features of a word that matter to the engine, in one word of bits.
public struct Morphology: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// Written out, since other modules call the derived one through the table of the protocol.
  @inlinable public init(arrayLiteral features: Morphology...) {
    self.init(rawValue: features.reduce(0) { $0 | $1.rawValue })
  }
  private init(bit: UInt32) { rawValue = 1 << bit }

  public static let past = Morphology(bit: 0)
  public static let present = Morphology(bit: 1)
  public static let indicative = Morphology(bit: 2)
  public static let imperative = Morphology(bit: 3)
  public static let finite = Morphology(bit: 4)
  public static let infinitive = Morphology(bit: 5)
  public static let participle = Morphology(bit: 6)
  public static let gerund = Morphology(bit: 7)
  public static let passive = Morphology(bit: 8)
  public static let singular = Morphology(bit: 9)
  public static let plural = Morphology(bit: 10)
  public static let firstPerson = Morphology(bit: 11)
  public static let secondPerson = Morphology(bit: 12)
  public static let thirdPerson = Morphology(bit: 13)
  public static let positive = Morphology(bit: 14)
  public static let comparative = Morphology(bit: 15)
  public static let superlative = Morphology(bit: 16)
  /// A modal verb.
  public static let modal = Morphology(bit: 17)
  public static let possessive = Morphology(bit: 18)
  public static let interrogative = Morphology(bit: 19)
  public static let negative = Morphology(bit: 20)
  public static let cardinal = Morphology(bit: 21)
  public static let ordinal = Morphology(bit: 22)
  public static let nominative = Morphology(bit: 23)
  public static let accusative = Morphology(bit: 24)
}
