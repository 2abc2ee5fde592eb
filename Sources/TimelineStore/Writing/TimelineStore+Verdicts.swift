import GRDB
package import TimelineTracking

extension TimelineStore {
  package func settle(_ id: TrackedClaim.ID, _ verdict: Verdict?) throws {
    try write { db in
      try requireClaim(id, db)
      guard let verdict else {
        try db.execute(sql: "DELETE FROM verdict WHERE claim = ?", arguments: [id])
        return
      }
      try db.execute(
        sql: "INSERT OR REPLACE INTO verdict (claim, status, note, day) VALUES (?, ?, ?, ?)",
        arguments: [id, verdict.status.rawValue, verdict.note, verdict.day.map { Int($0.value) }])
    }
  }

  package func hide(_ id: TrackedClaim.ID, _ isHidden: Bool) throws {
    try write { db in
      try requireClaim(id, db)
      try db.execute(sql: "UPDATE claim SET is_hidden = ? WHERE id = ?", arguments: [isHidden, id])
    }
  }

  private func requireClaim(_ id: Int64, _ db: Database) throws {
    guard try Bool.fetchOne(db, sql: "SELECT 1 FROM claim WHERE id = ?", arguments: [id]) == true
    else { throw TimelineError.noSuchClaim(id: id) }
  }
}
