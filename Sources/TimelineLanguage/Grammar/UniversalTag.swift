/// The parts of speech of Universal Dependencies 2.
public enum UniversalTag: UInt8, Sendable, CaseIterable {
  case adjective, adposition, adverb, auxiliary, coordinator, determiner, interjection, noun, numeral
  case particle, pronoun, properNoun, punctuation, subordinator, symbol, verb, other

  /// Written out, since other modules call the derived one through the table of the protocol.
  @inlinable public static func == (a: Self, b: Self) -> Bool {
    unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
  }

  /// As CoNLL-U writes it: `ADJ`, `SCONJ`.
  public var code: String { Self.codes[Int(rawValue)] }

  public init?(code: some StringProtocol) {
    guard let index = Self.codes.firstIndex(where: { $0 == code }) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let codes = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
    "SCONJ", "SYM", "VERB", "X",
  ]

  /// Whether it is a noun of either kind or a pronoun.
  public var isNominal: Bool { self == .noun || self == .properNoun || self == .pronoun }
  public var isVerbal: Bool { self == .verb || self == .auxiliary }
}
