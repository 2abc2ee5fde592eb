import Foundation

/// The built program, measured from outside: time and the most memory that it took.
struct Program {
  var path: String
  var corpus: String
  var articles: Int
  var bytes: Int

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "timeline-benchmark-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = folder.appending(path: "t.db").path
    try measured("start-up (--version)", runs: 10, ["--version"])
    try measured("extract --format jsonl", ["extract", "--format", "jsonl", corpus], counts: true)
    try measured(
      "extract --only times", ["extract", "--only", "times", "--format", "jsonl", corpus], counts: true)
    try measured("add", ["--db", database, "add", corpus], counts: true)
    let size = try FileManager.default.attributesOfItem(atPath: database)[.size] as? Int ?? 0
    print("the database".padded(to: 34) + "\(size / 1_000_000)".leftPadded(to: 10) + " MB")
    try measured("list", runs: 5, ["--db", database, "list"])
    try measured("list --about (full text)", runs: 5, ["--db", database, "list", "--about", "talks"])
    try measured("upcoming", runs: 5, ["--db", database, "upcoming"])
    try measured("list --format json, all rows", ["--db", database, "list", "--format", "json"])
    try measured("export ics, all rows", ["--db", database, "export", "ics"])
  }

  private func measured(_ name: String, runs: Int = 1, _ arguments: [String], counts: Bool = false) throws {
    var memory = 0
    let measurement = try measure(
      name, runs: runs, bytes: counts ? bytes : 0, articles: counts ? articles : 0
    ) { memory = max(memory, try peakMemory(arguments)) }
    print(measurement.line + "\(memory / 1024)".leftPadded(to: 8) + " MB at most")
  }

  /// Runs the program to its end; the most memory that it took, in kilobytes.
  private func peakMemory(_ arguments: [String]) throws -> Int {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var memory = 0
    // The kernel keeps the peak for as long as the process lives.
    while process.isRunning {
      memory = max(memory, residentPeak(of: process.processIdentifier))
      usleep(process.isRunning ? 500 : 0)
    }
    process.waitUntilExit()
    guard process.terminationStatus <= 1 else { throw Failure.ended(arguments, process.terminationStatus) }
    return memory
  }

  private func residentPeak(of process: Int32) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return 0 }
    return Int(line.split(whereSeparator: { !$0.isNumber }).first ?? "") ?? 0
  }

  enum Failure: Error, CustomStringConvertible {
    case ended([String], Int32)

    var description: String {
      switch self {
      case .ended(let arguments, let status):
        "timeline \(arguments.joined(separator: " ")) ended with status \(status)"
      }
    }
  }
}
