import GRDB
import TimelineClaims
import TimelineDates

extension TimelineStore {
  /// How the claims of one version of an article differ from those of another, both extracted anew.
  ///
  /// - Parameters:
  ///   - from, to: Numbers of versions; nil for the newest but one and the newest.
  /// - Returns: nil where there is only one version and none is named.
  /// - Throws: ``TimelineError/noSuchArticle(key:)``, ``TimelineError/noSuchVersion(_:of:count:)``.
  package func versionChange(
    ofArticle key: String, from: Int?, to: Int?, extractor: ArticleExtractor
  ) throws -> VersionChange? {
    let newest = try read { db in
      try Int.fetchOne(db, sql: "SELECT version FROM article WHERE key = ?", arguments: [key])
    }
    guard let newest else { throw TimelineError.noSuchArticle(key: key) }
    if newest == 1, from == nil, to == nil { return nil }
    let last = to ?? newest
    // The first version is compared with itself where nothing stands before it.
    guard (1...newest).contains(last) else {
      throw TimelineError.noSuchVersion(last, of: key, count: newest)
    }
    let first = from ?? max(1, last - 1)
    let texts = try [first, last].map { number in
      guard let version = try version(number, ofArticle: key) else {
        throw TimelineError.noSuchVersion(number, of: key, count: newest)
      }
      return version
    }
    let claims = texts.map { extractor.extract($0.text, $0.published).claims }
    return ClaimDiff(old: claims[0], new: claims[1], isSameText: texts[0].text == texts[1].text).change(
      version: last)
  }

  private func version(_ number: Int, ofArticle key: String) throws -> (
    text: String, published: DocumentTime
  )? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT coalesce(v.day, a.day), v.second, v.zone_offset, v.text
          FROM article_version v JOIN article a ON a.id = v.article WHERE a.key = ? AND v.number = ?
          """, arguments: [key, number])
      return row.map { (String(decoding: $0.bytes(3), as: UTF8.self), DocumentTime($0, from: 0)) }
    }
  }
}
