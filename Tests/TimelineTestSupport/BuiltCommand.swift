package import Foundation

/// The program as it was built beside the tests.
package struct BuiltCommand: Sendable {
  package struct Outcome: Sendable {
    package var status: Int32
    package var output: Data
    package var messages: String

    package var text: String { String(decoding: output, as: UTF8.self) }
    package var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  package struct Missing: Error, CustomStringConvertible {
    package var description: String
  }

  private let executable: URL
  private let environment: [String: String]

  /// - Parameter folder: Where the timeline lives; the user's own is never touched.
  package init(in folder: TemporaryFolder, environment: [String: String] = [:]) throws {
    let products = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    let places = [products, ProjectFolder.file(".build/debug")].compactMap { $0?.appending(path: "timeline") }
    guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
      throw Missing(description: "no built program at \(places.map(\.path))")
    }
    executable = found
    self.environment = [
      "HOME": folder.url.path, "XDG_DATA_HOME": folder.path("data"), "PATH": "/usr/bin:/bin", "TZ": "UTC",
    ].merging(environment) { $1 }
  }

  package var path: String { executable.path }

  /// Starts the program without waiting for it.
  package func start(_ arguments: [String], input: Data? = nil) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = environment
    if input == nil { process.standardInput = FileHandle.nullDevice }
    return process
  }

  /// Runs the program to its end.
  package func run(_ arguments: String..., input: Data? = nil) throws -> Outcome {
    try run(arguments, input: input)
  }

  package func run(_ arguments: [String], input: Data? = nil) throws -> Outcome {
    let folder = try TemporaryFolder()
    let process = try start(arguments, input: input)
    // Files instead of pipes, so that neither side can wait for the other.
    let files = try ["in", "out", "err"].map { name in
      try folder.write(name == "in" ? Array(input ?? Data()) : [], to: name)
    }
    if input != nil { process.standardInput = FileHandle(forReadingAtPath: files[0]) }
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try Data(contentsOf: URL(filePath: files[1])),
      messages: String(decoding: try Data(contentsOf: URL(filePath: files[2])), as: UTF8.self))
  }
}
