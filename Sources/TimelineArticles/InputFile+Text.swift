extension InputFile {
  /// Everything up to the end, wrong UTF-8 shown as U+FFFD.
  package func wholeText() throws(InputError) -> String {
    var bytes: [UInt8] = []
    while true {
      let piece = try nextPiece()
      if piece.isEmpty { return String(decoding: bytes, as: UTF8.self) }
      bytes += piece
    }
  }
}
