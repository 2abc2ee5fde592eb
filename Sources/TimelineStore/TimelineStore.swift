import Foundation
import GRDB

/// The SQLite database behind a timeline.
package final class TimelineStore: Sendable {
  package let path: String?
  private let writer: (any DatabaseWriter)?
  private let reader: any DatabaseReader

  /// How long a locked database is waited for.
  package static let busySeconds = 10

  /// After how long a writer of many articles lets go of the lock for others.
  static let lockTime = Duration.seconds(1)

  package init(path: String, isReadOnly: Bool) throws {
    self.path = path
    try TimelineStore.checkPlace(path, isReadOnly: isReadOnly)
    do {
      if isReadOnly {
        writer = nil
        reader = try TimelineStore.openReader(path)
      } else {
        try TimelineStore.checkBeforeWriting(path)
        let pool = try TimelineStore.insisting {
          let pool = try DatabasePool(path: path, configuration: TimelineStore.configuration)
          try TimelineStore.bringUpToDate(pool, path: path)
          return pool
        }
        writer = pool
        reader = pool
      }
    } catch {
      throw TimelineStore.openFailure(error, path: path)
    }
  }

  private init(memory: DatabaseQueue) throws {
    path = nil
    try Schema.migrator.migrate(memory)
    writer = memory
    reader = memory
  }

  package static func inMemory() throws -> TimelineStore {
    try TimelineStore(memory: DatabaseQueue(configuration: configuration))
  }
}

// MARK: - Access

extension TimelineStore {
  /// Reads; errors come out as ``TimelineError``.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try reader.read(body)
    } catch {
      throw failure(error)
    }
  }

  /// Writes in one transaction that takes the lock at once, so that two writers wait for each other.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard let writer else { throw TimelineError.readOnly(path: path ?? "") }
    do {
      return try writer.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.immediate) {
          value = try body(db)
          return .commit
        }
        guard let value else { throw TimelineError.database(path: path ?? "", detail: "nothing was written") }
        return value
      }
    } catch {
      throw failure(error)
    }
  }

  /// Merges what was written into the one file, so that a copy of that alone is whole; left for later where another
  /// process reads just then.
  func mergeLog() {
    _ = try? writer?.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
  }

  func failure(_ error: any Error) -> any Error {
    StoreFailure.translate(error, path: path, busySeconds: TimelineStore.busySeconds)
  }

  /// Bytes of the file and of what is not yet merged into it.
  var fileBytes: Int {
    guard let path else { return 0 }
    return [path, path + "-wal"].reduce(0) { sum, file in
      let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
      return sum + (size ?? 0)
    }
  }
}

// MARK: - Opening

extension TimelineStore {
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(TimeInterval(busySeconds))
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      // Sound against the end of the process at any moment; a power cut may lose the last commits.
      // Indices by hash are written all over: what is kept at hand, and merged seldom, is written once.
      try db.execute(
        sql: """
          PRAGMA synchronous = NORMAL; PRAGMA cache_size = -64000; PRAGMA temp_store = MEMORY;
          PRAGMA wal_autocheckpoint = 8000
          """)
    }
    return configuration
  }

  private static func checkPlace(_ path: String, isReadOnly: Bool) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue { throw TimelineError.isFolder(path: path) }
      // An empty file becomes a timeline when something is written to it, and not by looking.
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      if isReadOnly, size == 0 { throw TimelineError.missing(path: path) }
      return
    }
    if isReadOnly { throw TimelineError.missing(path: path) }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw TimelineError.noFolder(path: path)
    }
  }

  /// Tries again, for as long as a lock is waited for, what fails while another process makes the same database.
  private static func insisting<Value>(_ body: () throws -> Value) throws -> Value {
    let end = ContinuousClock.now + .seconds(busySeconds)
    while true {
      do {
        return try body()
      } catch let error as DatabaseError where passing.contains(error.resultCode) && ContinuousClock.now < end
      {
        Thread.sleep(forTimeInterval: 0.05)
      }
    }
  }

  private static let passing: [ResultCode] = [.SQLITE_ERROR, .SQLITE_BUSY, .SQLITE_CONSTRAINT]

  /// Looks at a file before anything in it is changed, the journal's mode included.
  private static func checkBeforeWriting(_ path: String) throws {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    guard let size, size > 0 else { return }
    var configuration = configuration
    configuration.readonly = true
    try DatabaseQueue(path: path, configuration: configuration).read { db in try checkOwner(db, path: path) }
  }

  private static func openReader(_ path: String) throws -> any DatabaseReader {
    var configuration = configuration
    configuration.readonly = true
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      if try isUpToDate(queue, path: path) { return queue }
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
    {
      // In a folder that cannot be written SQLite reads a WAL database only where nothing can change it.
      let address = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
      let queue = try DatabaseQueue(path: address, configuration: configuration)
      guard try isUpToDate(queue, path: path) else { throw TimelineError.readOnly(path: path) }
      return queue
    }
    // Written by an older version: bring it up to date first.
    let pool = try DatabasePool(path: path, configuration: self.configuration)
    try bringUpToDate(pool, path: path)
    return pool
  }

  /// Whether every step of the schema has been taken.
  private static func isUpToDate(_ database: any DatabaseReader, path: String) throws -> Bool {
    try database.read { db in
      try checkOwner(db, path: path)
      return try Schema.migrator.hasCompletedMigrations(db)
    }
  }

  private static func bringUpToDate(_ database: any DatabaseWriter, path: String) throws {
    let isCurrent = try database.read { db in
      try checkOwner(db, path: path)
      return try Schema.migrator.hasCompletedMigrations(db)
    }
    if !isCurrent { try Schema.migrator.migrate(database) }
  }

  /// Refuses databases of other programs and of newer versions.
  private static func checkOwner(_ db: Database, path: String) throws {
    let applied = try db.tableExists("grdb_migrations") ? try Schema.migrator.appliedIdentifiers(db) : []
    let unknown = applied.subtracting(Schema.migrator.migrations)
    let isOurs = try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID
    if isOurs, !unknown.isEmpty {
      throw TimelineError.newerVersion(path: path, unknown: unknown.sorted())
    }
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
    guard !isOurs, tables > 0 else { return }
    let isUnfinished = try applied.isEmpty && onlyMigrationTable(db)
    if !isUnfinished { throw TimelineError.foreignDatabase(path: path) }
  }

  /// Whether a database holds nothing yet but the table of steps: its making was broken off.
  private static func onlyMigrationTable(_ db: Database) throws -> Bool {
    try String.fetchAll(db, sql: "SELECT tbl_name FROM sqlite_schema").allSatisfy { $0 == "grdb_migrations" }
  }

  private static func openFailure(_ error: any Error, path: String) -> any Error {
    if let error = error as? DatabaseError,
      error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
    {
      let isReadable = FileManager.default.isReadableFile(atPath: path)
      return isReadable ? TimelineError.readOnly(path: path) : TimelineError.noAccess(path: path)
    }
    return StoreFailure.translate(error, path: path, busySeconds: busySeconds)
  }
}
