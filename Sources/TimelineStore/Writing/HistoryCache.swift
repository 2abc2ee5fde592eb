import TimelineTracking

/// The histories of claims with many mentions, so that what is added to one is read on and not read anew.
struct HistoryCache {
  /// Claims with fewer mentions are read anew as fast.
  private static let least = 64
  /// At most so many mentions are kept in all.
  private static let limit = 50_000

  private var histories: [Int64: ClaimHistory] = [:]
  private var size = 0

  /// Hands over the history of a claim, which is forgotten here.
  mutating func take(_ claim: Int64) -> ClaimHistory? {
    guard let history = histories.removeValue(forKey: claim) else { return nil }
    size -= history.sightings.count
    return history
  }

  mutating func put(_ history: ClaimHistory, of claim: Int64) {
    guard history.sightings.count >= HistoryCache.least else { return }
    if size + history.sightings.count > HistoryCache.limit { self = HistoryCache() }
    histories[claim] = history
    size += history.sightings.count
  }
}
