import Foundation
import Synchronization

/// Standard output, buffered; and messages on standard error.
final class Output: Sendable {
  static let standard = Output()

  enum Failure: Error {
    /// The reader has gone, as `head` does; no fault of anyone.
    case closed
  }

  private let buffer = Mutex<[UInt8]>([])
  private static let bufferSize = 1 << 16

  func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  func write(_ bytes: [UInt8]) throws {
    try buffer.withLock {
      $0.append(contentsOf: bytes)
      if $0.count >= Self.bufferSize { try Self.drain(&$0) }
    }
  }

  func flush() throws {
    try buffer.withLock { try Self.drain(&$0) }
  }

  private static func drain(_ bytes: inout [UInt8]) throws {
    defer { bytes.removeAll(keepingCapacity: true) }
    try write(bytes, to: 1)
  }

  /// Writes all bytes to a descriptor.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EPIPE {
        throw Failure.closed
      } else if errno != EINTR {
        throw CommandFailure.outputFull(reason: String(cString: strerror(errno)))
      }
    }
  }

  /// Text on standard error as it is.
  static func error(_ text: String) {
    try? write(Array(text.utf8), to: 2)
  }

  /// A message, a line on standard error.
  static func message(_ text: String) {
    error("timeline: \(withoutControls(text))\n")
  }

  /// What an article or an argument holds must not steer the terminal: control characters but line breaks
  /// and tabs become U+FFFD.
  private static func withoutControls(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
      view.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(view)
  }
}
