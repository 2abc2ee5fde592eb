/// A word, a number or a mark of a text.
public struct Token: Sendable {
  public enum Kind: UInt8, Sendable {
    case word, number, alphanumeric, punctuation, quote, dash, web

    /// Written out, since other modules call the derived one through the table of the protocol.
    @inlinable public static func == (a: Self, b: Self) -> Bool {
      unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
    }
  }

  /// What stands around a token and how it is written.
  public struct Traits: OptionSet, Sendable {
    public let rawValue: UInt8
    @inlinable @inline(__always) public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// White space (or the text's start) stands before it.
    @inlinable @inline(__always) public static var spaceBefore: Traits { Traits(rawValue: 1) }
    /// A line break stands before it.
    @inlinable @inline(__always) public static var newlineBefore: Traits { Traits(rawValue: 2) }
    /// A blank line stands before it, or it is the text's first token.
    @inlinable @inline(__always) public static var paragraphBefore: Traits { Traits(rawValue: 4) }
    /// Its first letter is a capital.
    @inlinable @inline(__always) public static var capitalised: Traits { Traits(rawValue: 8) }
    /// It has at least two letters and all of them are capitals.
    @inlinable @inline(__always) public static var allCapitals: Traits { Traits(rawValue: 16) }
    /// It is written with its full stop (`Jan.`, `U.S.`).
    @inlinable @inline(__always) public static var dotted: Traits { Traits(rawValue: 32) }
    /// A word split off the one before it (`n't`, `'s`), or before which one was split.
    @inlinable @inline(__always) public static var clitic: Traits { Traits(rawValue: 64) }

    /// Written out, since the one of `OptionSet` is not inlined in other modules.
    @inlinable @inline(__always) public func contains(_ member: Traits) -> Bool {
      rawValue & member.rawValue == member.rawValue
    }
  }

  /// First byte and the byte after the last.
  public var start: Int32
  public var end: Int32
  /// ``ByteHash`` of the token's lower-case form.
  public var hash: UInt32
  public var kind: Kind
  public var traits: Traits

  public init(start: Int32, end: Int32, hash: UInt32, kind: Kind, traits: Traits) {
    self.start = start
    self.end = end
    self.hash = hash
    self.kind = kind
    self.traits = traits
  }

  @inlinable @inline(__always) public var range: Range<Int> { Int(start)..<Int(end) }
  @inlinable @inline(__always) public var count: Int { Int(end - start) }
}
