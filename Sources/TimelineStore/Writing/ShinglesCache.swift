import TimelineText

/// The shingles of the articles that were last written or compared, so that those of one story, which come together,
/// are compared without their texts being read again.
struct ShinglesCache {
  /// Runs of words of the newer half; as many again may be kept of the older.
  private static let limit = 500_000

  private var newer: [Int64: Shingles] = [:]
  private var older: [Int64: Shingles] = [:]
  private var size = 0

  func shingles(of article: Int64) -> Shingles? { newer[article] ?? older[article] }

  mutating func put(_ shingles: Shingles, of article: Int64) {
    if size + shingles.hashes.count > Self.limit {
      older = newer
      newer = [:]
      size = 0
    }
    newer[article] = shingles
    size += shingles.hashes.count
  }

  mutating func remove(_ article: Int64) {
    newer[article] = nil
    older[article] = nil
  }
}
