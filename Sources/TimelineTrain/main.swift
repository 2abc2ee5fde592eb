import Foundation

/// Trains `data/en/language.model` and measures it. `scripts/train` calls it; it is not shipped.
do {
  try Commands.run(Array(CommandLine.arguments.dropFirst()))
} catch {
  FileHandle.standardError.write(Data("timeline-train: \(error)\n".utf8))
  exit(2)
}
