/// The parts of a model file, found by their number; every part begins at a multiple of 64 bytes.
///
/// The file: magic `TLM1`, the number of parts, then for each part its offset and its count (UInt32,
/// little-endian), then the parts. Nothing is copied or parsed.
public struct LanguageModel: Sendable {
  public enum Part: Int, CaseIterable, Sendable {
    case tags, features, featureText, lexicon, inflections, lemmaText, lemmaRules, tagger, network, ready
    case transitions, boundaries
  }

  public static let magic: UInt32 = 0x314D_4C54
  private let bytes: EmbeddedBytes

  /// Nil for bytes that are no model.
  public init?(_ bytes: EmbeddedBytes) {
    self.bytes = bytes
    guard bytes.integer(at: 0, as: UInt32.self) == Self.magic,
      bytes.integer(at: 4, as: UInt32.self) == UInt32(Part.allCases.count)
    else { return nil }
    for part in Part.allCases where slice(part) == nil { return nil }
  }

  public static let english = LanguageModel(.englishModel)

  private func slice(_ part: Part) -> EmbeddedBytes? {
    let offset = Int(bytes.integer(at: 8 + part.rawValue * 8, as: UInt32.self))
    let count = Int(bytes.integer(at: 12 + part.rawValue * 8, as: UInt32.self))
    // Vectors are loaded from aligned places.
    guard Int(bitPattern: bytes.base + offset) % 64 == 0 else { return nil }
    return bytes.slice(offset..<offset + count)
  }

  func part(_ part: Part) -> EmbeddedBytes {
    slice(part) ?? EmbeddedBytes(base: bytes.base, count: 0)
  }

  /// Puts parts together to the bytes of a model file.
  public static func file(_ parts: [Part: [UInt8]]) -> [UInt8] {
    var header: [UInt8] = []
    var body: [UInt8] = []
    let headerCount = (8 + Part.allCases.count * 8 + 63) / 64 * 64
    func put(_ value: Int, _ bytes: inout [UInt8]) {
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
    put(Int(magic), &header)
    put(Part.allCases.count, &header)
    for part in Part.allCases {
      let bytes = parts[part] ?? []
      put(headerCount + body.count, &header)
      put(bytes.count, &header)
      body += bytes
      body += [UInt8](repeating: 0, count: (64 - body.count % 64) % 64)
    }
    header += [UInt8](repeating: 0, count: headerCount - header.count)
    return header + body
  }
}
