import Foundation
import Testing
import TimelineTestSupport

@Suite("Bad input")
struct BadInputTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand
  private let good = #"{"id":"good","published":"2026-05-14","text":"They will meet on 20 May 2026."}"#

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder)
  }

  private func add(_ arguments: String..., input: Data? = nil) throws -> BuiltCommand.Outcome {
    try timeline.run(["--db", folder.path("t.db"), "--now", "2026-06-01", "add"] + arguments, input: input)
  }

  private func keys() throws -> [String] {
    let outcome = try timeline.run("--db", folder.path("t.db"), "articles", "--format", "jsonl")
    return try outcome.lines.map {
      (try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["key"] as? String ?? ""
    }
  }

  /// Adds a file beside a good one: the good one must be in, the bad one refused with these words.
  private func expectRefusal(_ path: String, _ words: String, _ arguments: [String] = []) throws {
    let beside = try folder.write(good + "\n", to: "good.jsonl")
    let outcome = try timeline.run(
      ["--db", folder.path("t.db"), "--now", "2026-06-01", "add", path, beside] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains(words), "\(outcome.messages)")
    #expect(outcome.messages.contains(path))
    #expect(try keys() == ["good"])
  }

  @Test func noSuchFile() throws { try expectRefusal(folder.path("absent.txt"), "no such file") }

  /// Names that are not UTF-8 can be no argument either; FileManager passes over them in silence.
  @Test func filesOfAFolderThatCannotBeReadAreTold() throws {
    let text = "Published: 2026-05-14\n\nThe council will meet on 12 June."
    try FileManager.default.createDirectory(atPath: folder.path("in"), withIntermediateDirectories: true)
    try folder.write(text, to: "in/good.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("in/lost.txt"), withDestinationPath: folder.path("nowhere.txt"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("in/picture.png"), withDestinationPath: folder.path("nowhere.png"))
    let name =
      Array(folder.path("in/caf").utf8).map { CChar(bitPattern: $0) }
      + [CChar(bitPattern: 0xE9)] + Array(".txt".utf8).map { CChar(bitPattern: $0) } + [0]
    let file = open(name, O_WRONLY | O_CREAT, 0o644)
    let isMade = file >= 0
    if isMade { close(file) }
    let added = try timeline.run("--now", "2026-06-01", "add", folder.path("in"))
    #expect(added.status == 2)
    #expect(added.text.hasPrefix("1 article added"), "\(added.text)")
    #expect(added.messages.contains("lost.txt: a link to a file that is not there"))
    #expect(!added.messages.contains("picture"))
    // Some file systems have no such names.
    #expect(added.messages.contains("the name is not UTF-8") == isMade)
  }

  @Test func whatHasNoEndIsGivenUp() throws {
    for format in ["warc", "mbox", "jsonl", "html", "feed"] {
      let outcome = try timeline.run("add", "--input", format, "/dev/zero")
      #expect(outcome.status == 2, "\(format)")
    }
  }

  @Test func anEmptyFolder() throws {
    try FileManager.default.createDirectory(atPath: folder.path("empty"), withIntermediateDirectories: true)
    try expectRefusal(folder.path("empty"), "no articles in this folder")
  }

  @Test func anEmptyFile() throws { try expectRefusal(folder.write("", to: "a.txt"), "the file is empty") }

  @Test func noPublicationDate() throws {
    try expectRefusal(folder.write("Text.", to: "a.txt"), "no publication date; give one with --published")
    try expectRefusal(folder.write("Text.", to: "a.md"), "in the front matter as")
  }

  @Test func invalidUTF8() throws {
    try expectRefusal(
      folder.write([0x41, 0xFF, 0x42], to: "a.txt"), "not UTF-8: wrong byte at 1",
      ["--published", "2026-05-14"])
  }

  @Test func nulBytes() throws {
    try expectRefusal(
      folder.write([0x41, 0, 0x42], to: "a.txt"), "NUL at byte 1", ["--published", "2026-05-14"])
  }

  @Test func aFutureDate() throws {
    try expectRefusal(
      folder.write("Published: 2026-06-02\n\nText.", to: "a.txt"),
      "published in the future (2026-06-02, today is 2026-06-01)")
  }

  @Test func anImpossibleDate() throws {
    try expectRefusal(
      folder.write("Published: 2026-02-30\n\nText.", to: "a.txt"), "“2026-02-30” is no publication date")
  }

  @Test func aLineOf100MB() throws {
    let path = folder.path("long.jsonl")
    try folder.write(good + "\n{\"text\":\"", to: "long.jsonl")
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seekToEnd()
    let megabyte = Data(repeating: UInt8(ascii: "x"), count: 1 << 20)
    for _ in 0..<100 { try file.write(contentsOf: megabyte) }
    try file.write(
      contentsOf: Data("\"}\n{\"id\":\"after\",\"published\":\"2026-05-14\",\"text\":\"T.\"}\n".utf8))
    try file.close()
    let outcome = try add(path)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("long.jsonl:2: 100 MB are too long for one article"))
    #expect(try keys().sorted() == ["after", "good"])
  }

  @Test func aBrokenLineAmongGoodOnes() throws {
    let path = try folder.write(
      good + "\n{\"id\":\"broken\",\n\n[]\n{\"id\":\"two\",\"published\":\"2026-05-15\",\"text\":\"T.\"}\n",
      to: "a.jsonl")
    let outcome = try add(path)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("\(path):2: broken JSON"))
    #expect(outcome.messages.contains("\(path):4: broken JSON"))
    #expect(outcome.text.contains("2 articles added") && outcome.text.contains("2 refused"))
    #expect(try keys() == ["good", "two"])
  }

  @Test func standardInputOfEachFormat() throws {
    #expect(try add("--input", "jsonl", "-", input: Data((good + "\n").utf8)).status == 0)
    #expect(try add("--published", "2026-05-15", "-", input: Data("They met on Friday.".utf8)).status == 0)
    #expect(try add("-", input: Data("---\nid: md\npublished: 2026-05-16\n---\nText.".utf8)).status == 0)
    #expect(try keys().count == 3 && keys().contains("md"))
  }

  @Test func argumentsThatAreWrong() throws {
    for arguments in [
      ["frobnicate"], ["list", "--format", "xml"], ["list", "--modality", "planned"],
      ["list", "--from", "someday"],
      ["--now", "soon", "list"], ["upcoming", "--within", "soon"], ["add"], ["show", "x"],
      ["list", "--limit", "many"],
      ["search"], ["export", "pdf"],
    ] {
      let outcome = try timeline.run(arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.text == "")
      #expect(!outcome.messages.isEmpty)
    }
  }

  @Test func aWrongVerbIsToldWithTheOneThatWasMeant() throws {
    for arguments in [["lsit"], ["--db", "x.db", "lsit"], ["help", "lsit"], ["--now=2026-05-14", "lsit"]] {
      let outcome = try timeline.run(arguments)
      #expect(outcome.status == 2)
      #expect(outcome.messages == "timeline: “lsit” is no verb; did you mean “timeline list”?\n")
    }
    #expect(try timeline.run("frobnicate").messages.contains("see “timeline help”"))
    #expect(try add(try folder.write(good, to: "g.jsonl")).status == 0)
    for verb in ["list", "articles", "upcoming"] {
      let whole = try timeline.run(
        "--db", folder.path("t.db"), "--now", "2026-05-15", verb, "--limit", "9223372036854775807")
      #expect(whole.status == 0, "\(verb)")
    }
    let limit = try timeline.run("list", "--limit", "-1")
    #expect(limit.status == 2)
    #expect(limit.messages.contains("'-1' is invalid for '--limit"), "\(limit.messages)")
  }

  @Test func anArticleWithoutAnyDateIsRemarkedOn() throws {
    let outcome = try add("--published", "2026-05-14", try folder.write("Nothing here.", to: "n.txt"))
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("nothing in it could be dated"))
    #expect(try add(try folder.write(good, to: "g.jsonl")).messages == "")
  }

  @Test func theBeginningOfAKeyIsEnoughToRemoveAnArticle() throws {
    let lines = ["story-one", "story-two", "another"].map { good.replacing("\"good\"", with: "\"\($0)\"") }
    #expect(try add("--input", "jsonl", "-", input: Data(lines.joined(separator: "\n").utf8)).status == 0)
    func remove(_ key: String) throws -> BuiltCommand.Outcome {
      try timeline.run("--db", folder.path("t.db"), "remove", key)
    }
    let both = try remove("story-")
    #expect(both.status == 2 && both.messages.contains("begins the keys of 2 articles"))
    #expect(try remove("stor").status == 1)
    #expect(try remove("story-o").messages.contains("removed story-one"))
    #expect(try keys().sorted() == ["another", "story-two"])
  }

  @Test func exportsNeverTakeThePlaceOfTheTimelineOrOfAPipe() throws {
    let database = folder.path("t.db")
    _ = try add(try folder.write(good + "\n", to: "good.jsonl"))
    let over = try timeline.run("--db", database, "export", "csv", "--output", database)
    #expect(over.status == 2)
    #expect(over.messages.contains("is the timeline itself"))
    #expect(try keys() == ["good"])

    let target = try folder.write("old", to: "target.csv")
    let link = folder.path("link.csv")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
    let linked = try timeline.run("--db", database, "export", "csv", "--output", link)
    #expect(linked.status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    #expect(try String(contentsOfFile: target, encoding: .utf8).contains("meet"))
    let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func messagesCarryNoEscapes() throws {
    let outcome = try add("-", input: Data(#"{"id":"a","published":"\u001b[2J","text":"x"}"#.utf8))
    #expect(outcome.status == 2)
    #expect(!outcome.messages.contains("\u{1B}"))
  }

  @Test func databasesThatAreNone() throws {
    let text = try folder.write(
      "This is no database, though it is long enough to be read as one, or so.", to: "no.db")
    for arguments in [["list"], ["add", try folder.write(good, to: "g.jsonl")], ["stats"], ["rebuild"]] {
      let outcome = try timeline.run(["--db", text] + arguments)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("no.db is not an SQLite database"), "\(outcome.messages)")
    }
    #expect(try String(contentsOfFile: text, encoding: .utf8).hasPrefix("This is no database"))
    let absent = try timeline.run("--db", folder.path("absent.db"), "list")
    #expect(absent.status == 2)
    #expect(absent.messages.contains("no timeline at"))
    let isFolder = try timeline.run("--db", folder.url.path, "list")
    #expect(isFolder.status == 2)
    #expect(isFolder.messages.contains("is a folder"))
  }

  @Test func aReaderThatGoesAwayIsNoError() throws {
    #expect(try add(try folder.write(good, to: "g.jsonl")).status == 0)
    let process = try timeline.start([
      "--db", folder.path("t.db"), "--now", "2026-05-15", "list", "--format", "json",
    ])
    let pipe = Pipe()
    let messages = Pipe()
    process.standardOutput = pipe
    process.standardError = messages
    try pipe.fileHandleForReading.close()
    try process.run()
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(
      process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGPIPE
        || process.terminationStatus == 0)
    #expect(messages.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }

  @Test func aFullDiskIsToldAndLeavesNoHalfFile() throws {
    #expect(try add(try folder.write(good, to: "g.jsonl")).status == 0)
    let outcome = try timeline.run(
      "--db", folder.path("t.db"), "--now", "2026-05-15", "export", "ics", "--output",
      folder.path("no/such/a.ics"))
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("a.ics: cannot be written"))
    let process = try timeline.start([
      "--db", folder.path("t.db"), "--now", "2026-05-15", "list", "--format", "json",
    ])
    let messages = Pipe()
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    process.standardError = messages
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    let told = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(told.contains("standard output cannot be written"))
  }

  /// Runs SQL on the timeline's file with Debian's sqlite3, which `scripts/test` installs.
  private func sqlite(_ sql: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sqlite3")
    process.arguments = [folder.path("t.db"), sql]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func aTimelineOfANewerVersionIsLeftAlone() throws {
    let file = try folder.write(good, to: "g.jsonl")
    #expect(try add(file).status == 0)
    try sqlite("INSERT INTO grdb_migrations VALUES ('9999 of the future')")
    for arguments in [["list"], ["add", file], ["stats"]] {
      let outcome = try timeline.run(["--db", folder.path("t.db")] + arguments)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("was written by a newer version of timeline"), "\(outcome.messages)")
    }
  }

  @Test(arguments: ["9223372036854775807", "-9223372036854775808"])
  func damagedRowsEndNoView(number: String) throws {
    let first = good.replacing("They will", with: "The minister said they will")
    let second = first.replacing("good", with: "second").replacing("2026-05-14", with: "2026-05-15")
    #expect(try add(try folder.write(first + "\n" + second + "\n", to: "g.jsonl")).status == 0)
    try sqlite("UPDATE article SET zone_offset = \(number), second = 5, instant = \(number)")
    try sqlite("UPDATE article_version SET zone_offset = \(number), second = 5")
    try sqlite("UPDATE mention SET body = replace(body, '1779235200', '\(number)')")
    for verb in [
      ["brief", "--since", "2026-05-01"], ["list"], ["sources"], ["articles"], ["stats"], ["export", "ics"],
      ["export", "csv"], ["show", "1"], ["diff", "2026-05-14", "2026-05-16"], ["split", "1", "2"],
      ["rebuild"],
    ] {
      let outcome = try timeline.run(["--db", folder.path("t.db"), "--now", "2026-06-01"] + verb)
      #expect([0, 1, 2].contains(outcome.status), "\(verb): \(outcome.status) \(outcome.messages)")
    }
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
    try sqlite("CREATE TABLE birds (name TEXT)")
    let outcome = try add(try folder.write(good, to: "g.jsonl"))
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("is a database of another program"), "\(outcome.messages)")
  }

  @Test func aTimelineLockedByAnotherProcessSaysSo() throws {
    #expect(try add(try folder.write(good, to: "g.jsonl")).status == 0)
    let other = Process()
    other.executableURL = URL(filePath: "/usr/bin/sqlite3")
    other.arguments = [folder.path("t.db")]
    let (input, output) = (Pipe(), Pipe())
    other.standardInput = input
    other.standardOutput = output
    try other.run()
    try input.fileHandleForWriting.write(contentsOf: Data("BEGIN IMMEDIATE; SELECT 'locked';\n".utf8))
    #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "locked\n")
    let second = try folder.write(good.replacing("good", with: "second"), to: "h.jsonl")
    let outcome = try add(second)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("another process kept"), "\(outcome.messages)")
    // Looking is possible all the same.
    #expect(try keys() == ["good"])
    try input.fileHandleForWriting.close()
    other.waitUntilExit()
    #expect(try add(second).status == 0)
  }

  @Test func aPlaceThatCannotBeWrittenIsNamed() throws {
    let outcome = try timeline.run(
      "--db", "/proc/none/t.db", "--now", "2026-06-01", "add", try folder.write(good, to: "g.jsonl"))
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("/proc/none/t.db"), "\(outcome.messages)")
  }
}
