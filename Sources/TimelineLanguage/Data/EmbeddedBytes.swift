/// Bytes that live as long as the program: a file of `data/` inside the binary, read where it lies.
///
/// Every read is checked against the count; one beyond it gives zero.
public struct EmbeddedBytes: @unchecked Sendable {
  // Unchecked: the memory is never written after it is handed over, and never freed.
  let base: UnsafeRawPointer
  public let count: Int

  init(base: UnsafeRawPointer, count: Int) {
    self.base = base
    self.count = count
  }

  /// A copy of bytes that is never freed; for a model that was just trained.
  public init(keeping bytes: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 64)
    memory.copyBytes(from: bytes)
    base = UnsafeRawPointer(
      memory.baseAddress ?? UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 64))
    count = bytes.count
  }

  func integer<Integer: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Integer.Type) -> Integer
  {
    guard offset >= 0, offset + MemoryLayout<Integer>.size <= count else { return 0 }
    return Integer(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: type))
  }

  func slice(_ range: Range<Int>) -> EmbeddedBytes? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    return EmbeddedBytes(base: base + range.lowerBound, count: range.count)
  }

  func string(_ range: Range<Int>) -> String {
    guard let part = slice(range) else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: part.base, count: part.count), as: UTF8.self)
  }
}
