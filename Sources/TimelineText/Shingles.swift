/// The runs of four words that a text consists of, by which near-identical texts are known.
///
/// Words go without case, diacritics, marks and layout; an ideograph is a word of its own. Each run is a hash of
/// 64 bits. Source: Broder, "On the resemblance and containment of documents" (1997), w-shingling with w = 4 and
/// the sketch of the smallest hashes.
public struct Shingles: Sendable, Hashable {
  /// Words of a run.
  static let width = 4
  /// Fewer words make no text of its own: they may stand anywhere.
  static let leastWords = 16
  /// No more words of a text are looked at.
  static let mostWords = 20_000
  /// How many hashes a sketch has at most.
  public static let sketchSize = 8

  /// Ascending, each once; none for a text of fewer than ``leastWords`` words.
  public let hashes: [UInt64]

  public init(_ text: String) {
    let words = ShingleWords.hashes(of: text, limit: Self.mostWords)
    guard words.count >= Self.leastWords else {
      hashes = []
      return
    }
    var runs: [UInt64] = []
    runs.reserveCapacity(words.count)
    for start in 0...words.count - Self.width {
      var run: UInt64 = 0
      for word in words[start..<start + Self.width] { run = run &* 0x0000_0100_0000_01B3 ^ word }
      runs.append(Self.mixed(run))
    }
    runs.sort()
    var unique: [UInt64] = []
    unique.reserveCapacity(runs.count)
    for run in runs where run != unique.last { unique.append(run) }
    hashes = unique
  }

  /// The smallest hashes, ascending. Texts that share three quarters of their runs share one of these in all but
  /// one case of ten thousand, and such as just count as copies in all but one of twenty-five.
  public var sketch: ArraySlice<UInt64> { hashes.prefix(Self.sketchSize) }

  /// Whether one of two texts is the other with little changed, left out or set before or behind it: three quarters
  /// of the runs of the shorter stand in the longer, which has twice as many at most.
  ///
  /// What comes out again days later in nearly the same words, as the week's prices do, tells of something else:
  /// there nearly all of a longer text must be the same.
  ///
  /// - Parameter seconds: From the publication of one to that of the other.
  public func isCopy(of other: Shingles, apart seconds: Int64 = 0) -> Bool {
    let share = share(with: other)
    return seconds.magnitude <= Self.soon
      ? share >= 0.75 : share >= 0.95 && min(hashes.count, other.hashes.count) >= Self.unlikelyTwice
  }

  /// Five days: what is published every week is farther apart.
  private static let soon = 5 * 86_400
  /// So many runs are not written twice in the same words.
  private static let unlikelyTwice = 100

  /// Which part of the runs of the shorter text stands in the longer, 0 through 1; 0 where that is more than twice
  /// as long.
  private func share(with other: Shingles) -> Double {
    let (shorter, longer) =
      hashes.count < other.hashes.count ? (hashes, other.hashes) : (other.hashes, hashes)
    guard !shorter.isEmpty, longer.count <= 2 * shorter.count else { return 0 }
    var common = 0
    var index = 0
    for hash in shorter {
      while index < longer.count, longer[index] < hash { index += 1 }
      guard index < longer.count else { break }
      if longer[index] == hash { common += 1 }
    }
    return Double(common) / Double(shorter.count)
  }

  /// Spreads a hash over all bits (the last step of SplitMix64: Steele, Lea, Flood, 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// The words of a text as hashes.
private enum ShingleWords {
  static func hashes(of text: String, limit: Int) -> [UInt64] {
    let seed: UInt64 = 14_695_981_039_346_656_037
    var words: [UInt64] = []
    var hash = seed
    var isOpen = false
    var folded: [UInt8] = []
    func end() {
      if isOpen { words.append(hash) }
      hash = seed
      isOpen = false
    }
    func add(_ byte: UInt8) {
      hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211
      isOpen = true
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: add(UInt8(scalar.value))
      case 0x41...0x5A: add(UInt8(scalar.value) | 0x20)
      // Apostrophes and what does not show join what they stand between.
      case 0x27, 0x2019, 0xAD, 0x200B...0x200D, 0xFEFF: break
      case 0..<0x80: end()
      case 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
        end()
        if scalar.properties.isAlphabetic {
          for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { add(byte) }
        }
        end()
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.canonicalCombiningClass != .notReordered
        {
          folded.removeAll(keepingCapacity: true)
          LatinFolding.append(scalar, to: &folded)
          for byte in folded { add(byte) }
        } else {
          end()
        }
      }
      if words.count >= limit { return words }
    }
    end()
    return words
  }
}
