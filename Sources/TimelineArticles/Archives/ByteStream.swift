import CZlib

/// The bytes of a file, unpacked where they are gzip, handed out in lines and stretches.
///
/// Holds no more than a piece of the file and one of what it unpacks to, whatever the file claims to be.
final class ByteStream {
  private let file: InputFile
  private var packed: [UInt8]
  private var packedAt = 0
  private var piece: [UInt8] = []
  private var at = 0
  private var inflater: Inflater?
  private(set) var consumed: Int
  private var isAtEnd = false

  init(_ file: InputFile, startingWith first: [UInt8]) {
    self.file = file
    packed = first
    consumed = first.count
    if first.starts(with: [0x1F, 0x8B]) { inflater = Inflater() }
  }

  /// The next line without its end; nil at the end of the file. Of longer ones only the beginning is handed out.
  func line(limit: Int = 1 << 16) throws(InputError) -> [UInt8]? {
    var line: [UInt8] = []
    var hasBegun = false
    while true {
      if at == piece.count, try !refill() { return hasBegun ? line : nil }
      hasBegun = true
      var end = at
      let found: Bool = piece.withUnsafeBufferPointer { bytes in
        while end < bytes.count, bytes[end] != 10 { end += 1 }
        return end < bytes.count
      }
      if line.count < limit { line += piece[at..<min(end, at + limit - line.count)] }
      at = found ? end + 1 : end
      if found {
        if line.last == 13 { line.removeLast() }
        return line
      }
    }
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
    at = 0
    while true {
      if packedAt == packed.count {
        guard !isAtEnd else { return false }
        packed = try file.nextPiece()
        packedAt = 0
        consumed += packed.count
        if packed.isEmpty {
          isAtEnd = true
          piece = []
          return false
        }
      }
      guard let inflater else {
        piece = packed
        packedAt = packed.count
        return true
      }
      guard let unpacked = inflater.next(packed, &packedAt) else {
        throw InputError(
          file.name, reason: "broken gzip; fetch the file again, or unpack what is sound with zcat")
      }
      if !unpacked.isEmpty {
        piece = unpacked
        return true
      }
    }
  }
}

/// Unpacks gzip and zlib piece by piece, one member after the other.
final class Inflater {
  private var stream = z_stream()
  private var isOpen = false
  /// Between two members, where zeros may fill up a block, as gzip reads them.
  private var isBetween = false
  private static let pieceSize = 1 << 17

  init() { isOpen = timeline_inflate_init(&stream) == Z_OK }

  deinit { if isOpen { inflateEnd(&stream) } }

  /// What some more of the packed bytes unpack to, at most a piece; nil where they are broken.
  func next(_ packed: [UInt8], _ at: inout Int) -> [UInt8]? {
    guard isOpen else { return nil }
    if isBetween {
      while at < packed.count, packed[at] == 0 { at += 1 }
      if at == packed.count { return [] }
      isBetween = false
    }
    var status = Z_OK
    var taken = 0
    let start = at
    let unpacked = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { output, count in
      packed.withUnsafeBufferPointer { input in
        // zlib reads from there only.
        stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + start) }
        stream.avail_in = UInt32(input.count - start)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        status = inflate(&stream, Z_NO_FLUSH)
        taken = input.count - start - Int(stream.avail_in)
        count = output.count - Int(stream.avail_out)
      }
    }
    at += taken
    if status == Z_STREAM_END {
      guard inflateReset(&stream) == Z_OK else { return nil }
      isBetween = true
      return unpacked
    }
    return status == Z_OK || status == Z_BUF_ERROR && (taken > 0 || !unpacked.isEmpty) ? unpacked : nil
  }

  /// All that bytes unpack to. Of bytes that end too early what is there counts; what stands behind the last member
  /// and is none is passed over, as gzip does.
  ///
  /// - Throws: ``ArticleProblem/brokenArchive(_:)`` and ``ArticleProblem/tooLong(bytes:limit:)``.
  static func whole(_ packed: [UInt8], limit: Int) throws(ArticleProblem) -> [UInt8] {
    let inflater = Inflater()
    var at = 0
    var unpacked: [UInt8] = []
    var ofMembers = 0
    repeat {
      guard let more = inflater.next(packed, &at) else {
        let isSound = at == packed.count || unpacked.count == ofMembers
        if isSound, !unpacked.isEmpty { return unpacked }
        throw .brokenArchive("a page whose gzip is damaged")
      }
      unpacked += more
      if inflater.isBetween { ofMembers = unpacked.count }
      if unpacked.count > limit { throw .tooLong(bytes: unpacked.count, limit: limit) }
    } while !inflater.isBetween || at < packed.count
    return unpacked
  }
}
