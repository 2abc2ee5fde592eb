/// The morphological features of a word that matter to the engine, in one word of bits.
package struct Morphology: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32
  @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }
  /// Written out, since other modules call the derived one through the table of the protocol.
  @inlinable package init(arrayLiteral features: Morphology...) {
    self.init(rawValue: features.reduce(0) { $0 | $1.rawValue })
  }
  private init(bit: UInt32) { rawValue = 1 << bit }

  package static let past = Morphology(bit: 0)
  package static let present = Morphology(bit: 1)
  package static let indicative = Morphology(bit: 2)
  package static let imperative = Morphology(bit: 3)
  package static let finite = Morphology(bit: 4)
  package static let infinitive = Morphology(bit: 5)
  package static let participle = Morphology(bit: 6)
  package static let gerund = Morphology(bit: 7)
  package static let passive = Morphology(bit: 8)
  package static let singular = Morphology(bit: 9)
  package static let plural = Morphology(bit: 10)
  package static let firstPerson = Morphology(bit: 11)
  package static let secondPerson = Morphology(bit: 12)
  package static let thirdPerson = Morphology(bit: 13)
  package static let positive = Morphology(bit: 14)
  package static let comparative = Morphology(bit: 15)
  package static let superlative = Morphology(bit: 16)
  /// A modal verb.
  package static let modal = Morphology(bit: 17)
  package static let possessive = Morphology(bit: 18)
  package static let interrogative = Morphology(bit: 19)
  package static let negative = Morphology(bit: 20)
  package static let cardinal = Morphology(bit: 21)
  package static let ordinal = Morphology(bit: 22)
  package static let nominative = Morphology(bit: 23)
  package static let accusative = Morphology(bit: 24)
}
