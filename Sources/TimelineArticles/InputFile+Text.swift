extension InputFile {
  /// The longest text that is read as a whole, in bytes.
  package static let wholeTextLimit = 64 << 20

  /// Everything up to the end, wrong UTF-8 shown as U+FFFD.
  ///
  /// - Throws: Also where the text is longer than ``wholeTextLimit``.
  package func wholeText() throws(InputError) -> String {
    String(decoding: try wholeBytes(), as: UTF8.self)
  }

  /// Everything up to the end as it is.
  ///
  /// - Throws: Also where it is longer than ``wholeTextLimit``.
  package func wholeBytes() throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = try nextPiece()
      if piece.isEmpty { return bytes }
      bytes += piece
      guard bytes.count <= Self.wholeTextLimit else { throw .tooLong(name) }
    }
  }
}
