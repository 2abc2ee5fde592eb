import CTimelineData

/// The names under which `meta` elements, microdata and RDFa tell dates: `data/pages/meta.tsv`.
struct MetaNames: Sendable {
  static let shared = MetaNames()
  private var published: Set<String> = []
  private var vague: Set<String> = []
  private var modified: Set<String> = []

  private init() {
    for cells in PageData.rows(timeline_data_pages_meta()) where cells.count == 2 {
      switch cells[0] {
      case "published": published.insert(cells[1])
      case "vague": vague.insert(cells[1])
      case "modified": modified.insert(cells[1])
      default: break
      }
    }
  }

  /// - Parameter name: In small letters.
  func role(_ name: String) -> DateCandidate.Role? {
    if published.contains(name) || vague.contains(name) { return .published }
    return modified.contains(name) ? .modified : nil
  }

  /// Names that pages use for whatever date.
  func isVague(_ name: String) -> Bool { vague.contains(name) }
}
