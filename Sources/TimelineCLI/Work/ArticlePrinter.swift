import ArgumentParser
import TimelineArticles
import TimelineDates
import TimelineViews

/// Prints articles as they are read, for `extract --only article`: one line of JSON for each.
struct ArticlePrinter {
  private let given: ArticleFields
  private let now: DocumentTime
  private let isArray: Bool

  /// - Throws: Where the format cannot hold whole articles.
  init(format: OutputFormat?, given: ArticleFields, now: DocumentTime) throws {
    guard let format, [.json, .jsonl].contains(format) else { throw CommandFailure.articleIsJSON }
    isArray = format == .json
    self.given = given
    self.now = now
  }

  /// Ends with status 2 where something could not be read.
  func print(_ names: [String], input: ArticleFormat?) throws {
    let found = InputNames.expand(names, recursive: false)
    var hasFailed = !found.failures.isEmpty
    var count = 0
    for failure in found.failures { Output.message("\(failure)") }
    let (given, now) = (given, now)
    for file in found.files {
      do {
        var reader = try ArticleReader(file, format: input)
        try OrderedWork.run(
          weight: { (item: Result<RawArticle, ArticleRefusal>) in (try? item.get().bytes.count) ?? 0 },
          next: { try reader.next() },
          work: { item in
            item.flatMap { raw in
              Result { () throws(ArticleRefusal) in
                ArticleJSON.line(ArticleRecord(try raw.fields(given: given, now: now)))
              }
            }
          },
          deliver: { outcome in
            switch outcome {
            case .success(let line):
              if isArray { try Output.standard.write(count == 0 ? "[" : ",\n") }
              try Output.standard.write(line + (isArray ? [] : [UInt8(ascii: "\n")]))
              count += 1
            case .failure(let refusal):
              hasFailed = true
              Output.message("\(refusal)")
            }
          })
      } catch let error as InputError {
        hasFailed = true
        Output.message("\(error)")
      }
    }
    if isArray { try Output.standard.write(count == 0 ? "[]\n" : "]\n") }
    guard hasFailed else { return }
    try Output.standard.flush()
    throw ExitCode(2)
  }
}
