import CTimelineData

/// Where `2/12/2026` is the twelfth of February: `data/pages/month-first.tsv`.
struct MonthFirst: Sendable {
  static let shared = MonthFirst()
  private var words: [String: Set<String>] = [:]

  private init() {
    for cells in PageData.rows(timeline_data_pages_month_first()) where cells.count == 2 {
      words[cells[0], default: []].formUnion(cells[1].split(separator: " ").map(String.init))
    }
  }

  /// - Parameters:
  ///   - language: A tag of BCP 47.
  ///   - host: The host of the page's address.
  func isUsual(language: String, host: String?) -> Bool {
    let language = language.lowercased()
    if words["language"]?.contains(language) == true { return true }
    guard words["neutral"]?.contains(language) == true else { return false }
    guard let end = host?.split(separator: ".").last else { return true }
    return words["domain"]?.contains(String(end)) == true
  }
}
