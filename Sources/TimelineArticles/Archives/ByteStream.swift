/// The bytes of a file, handed out in lines and stretches; holds no more than a piece of it.
final class ByteStream {
  private let file: InputFile
  private var piece: [UInt8]
  private var at = 0
  /// A line that goes on for so long without an end has none: `/dev/zero`.
  private static let patience = 16 << 20

  init(_ file: InputFile, startingWith first: [UInt8]) {
    self.file = file
    piece = first
  }

  /// The next line without its end; nil at the end of the file. Of longer ones only the beginning is handed out.
  func line(limit: Int = 1 << 16) throws(InputError) -> [UInt8]? {
    var line: [UInt8] = []
    var length = 0
    var hasBegun = false
    while length < Self.patience {
      if at == piece.count, try !refill() { return hasBegun ? line : nil }
      hasBegun = true
      var end = at
      let found: Bool = piece.withUnsafeBufferPointer { bytes in
        while end < bytes.count, bytes[end] != 10 { end += 1 }
        return end < bytes.count
      }
      if line.count < limit { line += piece[at..<min(end, at + limit - line.count)] }
      length += end - at
      at = found ? end + 1 : end
      if found {
        if line.last == 13 { line.removeLast() }
        return line
      }
    }
    return line
  }

  /// So many bytes; fewer at the end of the file. Of more than `limit` nothing is kept.
  func bytes(_ count: Int, limit: Int) throws(InputError) -> [UInt8]? {
    var kept: [UInt8] = []
    var left = count
    while left > 0 {
      if at == piece.count, try !refill() { break }
      let taken = min(left, piece.count - at)
      if count <= limit { kept += piece[at..<at + taken] }
      at += taken
      left -= taken
    }
    return count <= limit ? kept : nil
  }

  private func refill() throws(InputError) -> Bool {
    piece = try file.nextPiece()
    at = 0
    return !piece.isEmpty
  }
}
