import GRDB
import Testing

@testable import Timeline
@testable import TimelineStore

/// Timelines as every earlier build left them: each step of the schema is built anew, filled, and opened.
@Suite struct MigrationTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(arguments: 1..<Schema.migrator.migrations.count)
  func anEarlierTimelineIsBroughtUpToDate(steps: Int) throws {
    let (old, new) = (folder.file("old.db"), folder.file("new.db"))
    let articles = [
      MadeArticles.article("a", "meet 10 Karvelia Sorenia\nvote 12 Orvania", outlet: "Post"),
      MadeArticles.article("b", "meet 10 Karvelia Sorenia", day: 700, outlet: "Times"),
    ]
    let before = try Timeline.made(at: new)
    for article in articles { try before.add(article) }
    let claims = try before.everything
    try earlierTimeline(at: old, steps: steps, of: new)

    let timeline = try Timeline.made(at: old)
    let found = try timeline.everything
    #expect(found.map(\.id) == claims.map(\.id))
    #expect(found.map(\.uid) == claims.map(\.uid))
    #expect(found.map(\.title) == claims.map(\.title))
    #expect(found.map { $0.mentions.map(\.link) } == claims.map { $0.mentions.map(\.link) })
    let check = try RawDatabase.check(old)
    #expect(check.complaints == [])
    #expect(check.articles == 2)

    // Articles are found by the keys that they had.
    try timeline.add(MadeArticles.article("c", "vote 12 Orvania", day: 1, outlet: "Herald"))
    #expect(try timeline.everything.contains { $0.articles == 2 && $0.current?.event == "vote" })
    for key in ["a", "b", "c"] { try timeline.remove(articleKey: key) }
    #expect(try timeline.store.rowsLeft() == [:])
  }

  /// Makes a timeline by the first steps alone, and puts in what another holds as far as it had a place for it.
  private func earlierTimeline(at path: String, steps: Int, of other: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try Schema.migrator.migrate(queue, upTo: Schema.migrator.migrations[steps - 1])
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "ATTACH ? AS other", arguments: [other])
      let keyColumns = try db.columns(in: "article_key").map(\.name)
      let keys = keyColumns.contains("key") ? ["article_key"] : []
      for table in ["article", "article_version", "claim", "mention", "tie"] + keys {
        let columns = try db.columns(in: table).map(\.name).filter {
          try db.columns(in: table, in: "other").map(\.name).contains($0)
        }.joined(separator: ", ")
        try db.execute(sql: "INSERT INTO \(table) (\(columns)) SELECT \(columns) FROM other.\(table)")
      }
      guard keyColumns.contains("hash") else { return }
      let hasSpan = keyColumns.contains("span")
      for row in try Row.fetchAll(db, sql: "SELECT id, day, keys FROM other.article") {
        let (id, day): (Int64, Int) = (row[0], row[1])
        for hash in KeyCoding.decode(row.bytes(2)) {
          try db.execute(
            sql: "INSERT INTO article_key (\(hasSpan ? "span, " : "")hash, day, article) VALUES "
              + (hasSpan ? "(?, ?, ?, ?)" : "(?, ?, ?)"),
            arguments: (hasSpan ? [ArticleKeys.span(day)] : []) + [hash, day, id])
        }
      }
    }
    try queue.close()
  }
}
