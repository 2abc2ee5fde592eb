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

  func run(_ arguments: Int64...) throws {
    try forEach(arguments) { _, _ in }
  }

  /// Hands over the first two columns of each row; 0 for one that there is not.
  func forEach(_ arguments: Int64..., body: (Int64, Int64) -> Void) throws {
    try forEach(arguments, body)
  }

  private func forEach(_ arguments: [Int64], _ body: (Int64, Int64) -> Void) throws {
    let statement = statement.sqliteStatement
    sqlite3_reset(statement)
    for (place, argument) in arguments.enumerated() {
      let code = sqlite3_bind_int64(statement, Int32(place + 1), argument)
      guard code == SQLITE_OK else { throw error(code) }
    }
    defer { sqlite3_reset(statement) }
    while true {
      let code = sqlite3_step(statement)
      guard code == SQLITE_ROW else {
        if code == SQLITE_DONE { return }
        throw error(code)
      }
      body(sqlite3_column_int64(statement, 0), sqlite3_column_int64(statement, 1))
    }
  }

  private func error(_ code: Int32) -> DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: statement.sql)
  }
}
