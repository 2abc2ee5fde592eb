#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file or standard input, read forward in pieces; what is gzip is unpacked.
package final class InputFile {
  package let name: String
  /// Bytes in all, packed where it is gzip; nil where that is not known beforehand.
  package let size: Int?
  /// Bytes read so far, packed where it is gzip.
  private(set) var position = 0
  /// Whether it began as gzip does; known with the first piece.
  private(set) var isPacked = false
  private var inflater: Inflater?
  private var packed: [UInt8] = []
  private var packedAt = 0
  private var isAtEnd = false
  private let descriptor: Int32
  private static let pieceSize = 1 << 18

  /// Opens a file, or standard input for `-`.
  package init(_ name: String) throws(InputError) {
    self.name = name
    if name == "-" {
      descriptor = 0
      size = nil
      return
    }
    let opened = open(name, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw InputError(name, code: errno) }
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      let code = errno
      close(opened)
      throw InputError(name, code: code)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(opened)
      throw InputError(name, code: EISDIR)
    }
    descriptor = opened
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  deinit {
    if descriptor > 0 { close(descriptor) }
  }

  /// The next bytes; empty at the end.
  func nextPiece() throws(InputError) -> [UInt8] {
    let isFirst = position == 0
    if let inflater { return try unpacked(inflater) }
    let piece = try nextStoredPiece()
    guard isFirst, piece.starts(with: [0x1F, 0x8B]) else { return piece }
    let inflater = Inflater()
    isPacked = true
    packed = piece
    self.inflater = inflater
    return try unpacked(inflater)
  }

  private func unpacked(_ inflater: Inflater) throws(InputError) -> [UInt8] {
    while true {
      if packedAt == packed.count {
        packed = try nextStoredPiece()
        packedAt = 0
        if packed.isEmpty {
          guard inflater.isBetween || isAtEnd else {
            // What was unpacked is handed out already; the fault is told once.
            isAtEnd = true
            throw InputError(name, reason: "the gzip ends too early; fetch the file again")
          }
          isAtEnd = true
          return []
        }
      }
      guard let piece = inflater.next(packed, &packedAt) else {
        throw InputError(
          name, reason: "broken gzip; fetch the file again, or unpack what is sound with zcat")
      }
      if !piece.isEmpty { return piece }
    }
  }

  /// The next bytes as they are stored.
  private func nextStoredPiece() throws(InputError) -> [UInt8] {
    var failure: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
      while true {
        let got = read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0 && errno == EINTR { continue }
        failure = got < 0 ? errno : 0
        count = max(got, 0)
        return
      }
    }
    guard failure == 0 else { throw InputError(name, code: failure) }
    position += piece.count
    return piece
  }
}

/// A file that cannot be read, and why.
package struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  package let file: String
  /// The system's error number.
  package let code: Int32
  /// What is wrong, where the system has no number for it.
  private let reason: String?

  package init(_ file: String, code: Int32) {
    self.file = file
    self.code = code
    reason = nil
  }

  /// A fault in words: what is wrong and the remedy.
  package init(_ file: String, reason: String) {
    self.file = file
    code = 0
    self.reason = reason
  }

  static func emptyFolder(_ name: String, hasFolders: Bool) -> InputError {
    InputError(
      name,
      reason: hasFolders
        ? "no articles in this folder; look into the folders within it with --recursive"
        : "no articles in this folder; name files, or give their form with --input")
  }

  /// A name in a folder that no text can hold, so that the file cannot be named to the system either.
  static func unreadableName(_ name: String) -> InputError {
    InputError(name, reason: "the name is not UTF-8; rename the file")
  }

  static func danglingLink(_ name: String) -> InputError {
    InputError(name, reason: "a link to a file that is not there; remove or mend it")
  }

  static func noMatch(_ pattern: String) -> InputError {
    InputError(pattern, reason: "no file fits this pattern; check it, and that the shell left it alone")
  }

  /// A file longer than what is read as a whole.
  static func tooLong(_ file: String) -> InputError { InputError(file, code: EFBIG) }

  package var description: String {
    let file = file == "-" ? "standard input" : file
    if let reason { return "\(file): \(reason)" }
    return switch code {
    case ENOENT: "\(file): no such file"
    case EISDIR: "\(file): is a folder; name the files in it"
    case EACCES, EPERM: "\(file): may not be read; check its permissions"
    case EFBIG: "\(file): longer than \(InputFile.wholeTextLimit >> 20) MB; split it"
    default: "\(file): cannot be read: \(String(cString: strerror(code)))"
    }
  }
}
