import GRDB
import GRDBSQLite

/// A statement whose arguments and columns are whole numbers.
///
/// Adding an article runs hundreds of them, most of which find nothing: they are bound and read as they stand, without
/// the values that GRDB makes of each.
struct IntegerStatement {
  private let db: Database
  private let statement: Statement

  /// - Parameter sql: Its statement is kept ready by the database.
  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.cachedStatement(sql: sql)
  }

  func run(_ first: Int64, _ second: Int64? = nil, _ third: Int64? = nil) throws {
    try forEach(first, second, third) { _, _ in }
  }

  /// Hands over the first two columns of each row; 0 for one that there is not.
  func forEach(
    _ first: Int64, _ second: Int64? = nil, _ third: Int64? = nil, _ body: (Int64, Int64) -> Void
  ) throws {
    let statement = statement.sqliteStatement
    sqlite3_bind_int64(statement, 1, first)
    if let second { sqlite3_bind_int64(statement, 2, second) }
    if let third { sqlite3_bind_int64(statement, 3, third) }
    defer { sqlite3_reset(statement) }
    while true {
      let code = sqlite3_step(statement)
      guard code == SQLITE_ROW else {
        if code == SQLITE_DONE { return }
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: self.statement.sql)
      }
      body(sqlite3_column_int64(statement, 0), sqlite3_column_int64(statement, 1))
    }
  }
}
