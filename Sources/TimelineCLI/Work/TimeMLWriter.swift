import Foundation
import Timeline
import TimelineViews

/// Writes a TimeML document for each article: to standard output where there is but one, else to a folder.
struct TimeMLWriter {
  private let folder: String?
  private var names: Set<String> = []
  private(set) var written = 0

  private let database: String

  /// - Parameters:
  ///   - folder: Made where it is missing; nil for standard output.
  ///   - database: The timeline's file, which is never written over.
  init(folder: String?, sparing database: String) throws(CommandFailure) {
    self.folder = folder
    self.database = database
    guard let folder else { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(file: folder, reason: "no folder could be made there")
    }
  }

  mutating func print(_ article: Article, _ times: [TimeExpression]) throws {
    let document = TimeMLDocument(
      key: article.key, title: article.title, published: article.published, text: article.text, times: times)
    written += 1
    if let folder {
      let file = try OutputFile(folder + "/" + fileName(article.key), sparing: database)
      try file.write(Array(document.xml.utf8))
      try file.finish()
    } else if written == 1 {
      try Output.standard.write(document.xml)
    } else {
      throw CommandFailure.severalDocuments
    }
  }

  /// The article's key as a file name that no other article of the run has.
  private mutating func fileName(_ key: String) -> String {
    let base = String(
      key.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ".") ? $0 : "_" }
        .prefix(Self.longestName))
    var name = base.first == "." ? "_" + base : base
    var count = 1
    while !names.insert(name.lowercased()).inserted {
      count += 1
      name = "\(base)-\(count)"
    }
    return name + ".tml"
  }

  private static let longestName = 120
}
