/// An article's text as UTF-8 bytes, with the way from byte positions to Unicode scalar offsets.
///
/// Inside the program positions are byte offsets; every public edge speaks of scalars.
public struct TextBuffer: Sendable {
  public let bytes: [UInt8]
  private let scalars: ScalarOffsets

  public init(_ text: String) {
    var text = text
    self.init(bytes: text.withUTF8 { Array($0) })
  }

  /// Bytes that are taken for UTF-8; a wrong sequence is never read beyond the buffer's end.
  public init(bytes: [UInt8]) {
    self.bytes = bytes
    scalars = ScalarOffsets(bytes)
  }

  /// The scalar offset of a byte position, 0 through the number of scalars.
  public func scalarOffset(_ byte: Int) -> Int {
    scalars.offset(of: byte, in: bytes)
  }

  /// Scalar offsets of a byte range.
  public func scalarRange(_ range: Range<Int>) -> Range<Int> {
    scalarOffset(range.lowerBound)..<scalarOffset(range.upperBound)
  }

  /// The text of a byte range, which is clamped to the buffer; wrong UTF-8 is shown as U+FFFD.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  public var string: String { String(decoding: bytes, as: UTF8.self) }
}
