import Foundation
import Testing

@testable import Timeline

@Suite struct OpeningTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func foldersOnTheWayAreMade() throws {
    let path = folder.file("some/where/t.db")
    try Timeline.open(at: path).add(MadeArticles.article("a", "x"))
    #expect(try Timeline.open(at: path, for: .reading).articles().count == 1)
  }

  @Test func readingNeedsAFile() throws {
    let path = folder.file("none.db")
    #expect(throws: TimelineError.missing(path: path)) { try Timeline.open(at: path, for: .reading) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func lookingMakesNoTimelineOfAnEmptyFile() throws {
    let path = folder.file("empty.db")
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(throws: TimelineError.missing(path: path)) { try Timeline.open(at: path, for: .reading) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).isEmpty)
    _ = try Timeline.open(at: path)
    #expect(try Timeline.open(at: path, for: .reading).articles().isEmpty)
  }

  @Test func aFolderIsNoTimeline() throws {
    #expect(throws: TimelineError.isFolder(path: folder.path)) { try Timeline.open(at: folder.path) }
  }

  @Test func aFileInTheWayOfTheFolderIsNamed() throws {
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.file("file")))
    let path = folder.file("file/t.db")
    #expect(throws: TimelineError.noFolder(path: path)) { try Timeline.open(at: path) }
  }

  @Test(arguments: [Timeline.Access.reading, .writing])
  func whatIsNoDatabaseIsLeftAlone(access: Timeline.Access) throws {
    let path = folder.file("notes.txt")
    let content = Data(String(repeating: "not a database\n", count: 400).utf8)
    try content.write(to: URL(fileURLWithPath: path))
    #expect(throws: TimelineError.notDatabase(path: path)) { try Timeline.open(at: path, for: access) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == content)
  }

  @Test(arguments: [Timeline.Access.reading, .writing])
  func anotherProgramsDatabaseIsLeftAlone(access: Timeline.Access) throws {
    let path = folder.file("other.db")
    try RawDatabase.run(path, "CREATE TABLE song (title TEXT); INSERT INTO song VALUES ('x')")
    let content = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: TimelineError.foreignDatabase(path: path)) { try Timeline.open(at: path, for: access) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == content)
  }

  @Test(arguments: [Timeline.Access.reading, .writing])
  func aNewerVersionsTimelineIsRefused(access: Timeline.Access) throws {
    let path = folder.file("t.db")
    _ = try Timeline.open(at: path)
    try RawDatabase.run(path, "INSERT INTO grdb_migrations VALUES ('99 something to come')")
    let error = TimelineError.newerVersion(path: path, unknown: ["99 something to come"])
    #expect(throws: error) { try Timeline.open(at: path, for: access) }
    #expect(error.description.contains("install"))
  }

  @Test func aLockIsWaitedForAndThenReported() throws {
    let path = folder.file("t.db")
    let timeline = try Timeline.made(at: path)
    try RawDatabase.whileLocked(path) {
      #expect(throws: TimelineError.locked(path: path, seconds: TimelineStore.busySeconds)) {
        try timeline.add(MadeArticles.article("a", "meet 5 Karvelia"))
      }
    }
    #expect(try timeline.add(MadeArticles.article("a", "meet 5 Karvelia")) == .added(claims: 1))
  }

  @Test func readingDoesNotWrite() throws {
    let path = folder.file("t.db")
    try Timeline.made(at: path).add(MadeArticles.article("a", "meet 5 Karvelia"))
    let reading = try Timeline.open(at: path, for: .reading)
    #expect(throws: TimelineError.readOnly(path: path)) { try reading.remove(articleKey: "a") }
    #expect(try reading.everything.count == 1)
  }

  @Test func aDamagedFileIsReported() throws {
    let path = folder.file("t.db")
    do {
      let timeline = try Timeline.made(at: path)
      try timeline.add(contentsOf: (0..<50).map { MadeArticles.article("a\($0)", "meet \($0) N\($0)") })
    }
    try RawDatabase.run(path, "PRAGMA wal_checkpoint(TRUNCATE)")
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.seek(toOffset: 4096)
    try handle.write(contentsOf: Data(repeating: 0xA5, count: 40_000))
    try handle.close()
    #expect {
      let timeline = try Timeline.made(at: path)
      _ = try timeline.everything
      _ = try timeline.articles()
    } throws: { error in
      if case .damaged? = error as? TimelineError { return true }
      return false
    }
  }

  /// A full disk, played by a limit on the file's size.
  @Test func aFullDiskKeepsWhatWasAdded() throws {
    let path = folder.file("t.db")
    let timeline = try Timeline.made(at: path)
    try timeline.add(MadeArticles.article("a", "meet 5 Karvelia"))
    try timeline.store.limitPages()
    let large = String(repeating: "no claim in this line at all\n", count: 200_000)
    #expect(throws: TimelineError.diskFull(path: path)) { try timeline.add(MadeArticles.article("b", large)) }
    #expect(try timeline.articles().map(\.reference.key) == ["a"])
    #expect(try timeline.everything.count == 1)
  }
}
