import GRDB

@testable import TimelineStore

/// The file behind a timeline, seen past the library.
enum RawDatabase {
  static func run(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
    try queue.close()
  }

  /// Runs a body while another connection holds the write lock.
  static func whileLocked(_ path: String, _ body: () throws -> Void) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      defer { try? db.execute(sql: "ROLLBACK") }
      try body()
    }
    try queue.close()
  }

  /// What `PRAGMA integrity_check` and `foreign_key_check` complain of, and the number of articles.
  static func check(_ path: String) throws -> (complaints: [String], articles: Int) {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { db in
      var complaints = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      complaints += try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map(\.description)
      try db.execute(sql: "SELECT count(*) FROM mention_text")
      return (complaints, try Int.fetchOne(db, sql: "SELECT count(*) FROM article") ?? 0)
    }
  }
}

extension TimelineStore {
  /// Tables that still hold rows.
  func rowsLeft() throws -> [String: Int] {
    try read { db in
      var left: [String: Int] = [:]
      for table in [
        "article", "article_version", "article_key", "mention", "claim", "tie", "verdict", "former_uid",
        "stranded", "ruling", "lost_mention", "decision", "hanging", "hanging_key",
        "article_shingle", "article_copy", "article_fetch",
      ] {
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
        if count > 0 { left[table] = count }
      }
      let words = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM mention_text WHERE mention_text MATCH 'meet OR vote'")
      if let words, words > 0 { left["mention_text"] = words }
      return left
    }
  }

  func rows(of table: String) throws -> [String] {
    try read { db in try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.description).sorted() }
  }

  /// Whether the full-text index holds the words of the mentions that are stored, and no others.
  func hasSoundWords() throws -> Bool {
    try write { db in
      do {
        try db.execute(sql: "INSERT INTO mention_text (mention_text, rank) VALUES ('integrity-check', 1)")
        return true
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        return false
      }
    }
  }

  /// Lets the file grow no further than it is.
  func limitPages() throws {
    try write { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
    }
  }
}
