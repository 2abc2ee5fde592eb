import CZlib

/// Unpacks gzip and zlib piece by piece, one member after the other; bare deflate (RFC 1951) where it is told so.
final class Inflater {
  private var stream = z_stream()
  private var isOpen = false
  /// Between two members, where zeros may fill up a block, as gzip reads them.
  private(set) var isBetween = false
  private static let pieceSize = 1 << 17

  init(isBare: Bool = false) {
    isOpen = (isBare ? timeline_inflate_init_raw(&stream) : timeline_inflate_init(&stream)) == Z_OK
  }

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
  static func whole(_ packed: [UInt8], isBare: Bool = false, limit: Int) throws(ArticleProblem) -> [UInt8] {
    let inflater = Inflater(isBare: isBare)
    var at = 0
    var unpacked: [UInt8] = []
    var ofMembers = 0
    repeat {
      guard let more = inflater.next(packed, &at) else {
        // What follows the last whole member is no part of the page.
        if unpacked.count == ofMembers, !unpacked.isEmpty { return unpacked }
        throw .brokenArchive(
          at == packed.count ? "a page of which only the beginning is there" : "a page whose gzip is damaged")
      }
      unpacked += more
      if inflater.isBetween { ofMembers = unpacked.count }
      if unpacked.count > limit { throw .tooLong(bytes: unpacked.count, limit: limit) }
    } while !inflater.isBetween || at < packed.count
    return unpacked
  }
}
