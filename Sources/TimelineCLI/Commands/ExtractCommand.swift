import ArgumentParser
import Timeline
import TimelineArticles
import TimelineClaims
import TimelineLanguage
import TimelineTimes
import TimelineViews

/// `timeline extract`.
struct ExtractCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Claims and time expressions of articles, without adding them.",
    discussion: """
      EXAMPLES:
        timeline extract --published 2026-05-14 article.txt
        timeline extract --format jsonl - < articles.jsonl
        timeline extract --only times --format csv --published 2026-05-14 article.txt
        timeline extract --explain --min-confidence 0.8 --published 2026-05-14 article.txt
        timeline extract --format timeml --output timeml articles.jsonl
        timeline extract --only article --format jsonl --url https://example.org/meeting page.html

      Events that “timeline events import” put into the timeline are known; nothing else of it counts.

      With --format jsonl, standard input is read as JSONL, {"id","published","text"} a line, and \
      answered line by line in the same order.
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The form of the output; timeml writes TimeML 1.2.1 documents.", valueName: "format"))
  var format: ExtractFormat = .table

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A folder for TimeML documents, one for each article.", valueName: "folder"))
  var output: String?

  @Argument(help: ArgumentHelp("Articles; - for standard input.", valueName: "file"))
  var files: [String] = []

  @Option(
    help: ArgumentHelp("The form of the articles, where the name does not tell it.", valueName: "format"))
  var input: ArticleFormat?

  @Option(
    help:
      "Only times, only claims, who says what, or the article itself: its text, its facts, the dates found.")
  var only: Part?

  /// What of an article is printed.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case times, claims, attributions, article
  }

  @OptionGroup var confidence: ConfidenceOption

  @Flag(help: "Name the rule or the words behind each field of a claim.")
  var explain = false

  @OptionGroup(title: "What is known of the articles") var given: ArticleOptions
  @OptionGroup(title: "How times are read") var reading: SettingsOptions

  func run() throws {
    guard !files.isEmpty else { throw CommandFailure.noFiles }
    if output != nil, format != .timeml { throw CommandFailure.outputIsForTimeML }
    if format == .timeml, only == .claims || only == .attributions { throw CommandFailure.timeMLHasNoClaims }
    if explain, ![.table, .json, .jsonl].contains(format) {
      throw CommandFailure.noRoomToExplain(format.rawValue)
    }
    if let only, only != .claims {
      if explain {
        throw CommandFailure.notWith("--explain", "claims are left out by --only \(only.rawValue)")
      }
      if confidence.isGiven {
        throw CommandFailure.notWith("--min-confidence", "claims are left out by --only \(only.rawValue)")
      }
    }
    let least = try confidence.least()
    let session = try session()
    if only == .article {
      try ArticlePrinter(format: format.rows, given: try given.fields(now: session.now), now: session.now)
        .print(files, input: input)
      return
    }
    let part = only.flatMap { ExtractionJSON.Part(rawValue: $0.rawValue) }
    var printer = try ExtractionPrinter(
      rows: format.rows, canvas: session.canvas,
      parts: part.map { [$0] } ?? ExtractionJSON.usual,
      documents: TimeMLWriter(folder: output, sparing: session.database), explains: explain)
    let fields = try given.fields(now: session.now)
    let own = ResolutionSettings(imported: session.importedEvents())
    let extracted = extraction(try reading.applied(to: own))
    let extraction: @Sendable (Article) -> Extraction = { article in
      least.map { extracted(article).keeping(confidence: $0) } ?? extracted(article)
    }
    var hasFailed = false
    func refuse(_ reason: any Error) {
      hasFailed = true
      Output.message("\(reason)")
    }
    for file in files {
      do {
        try extract(file, fields, extraction, &printer, refuse)
      } catch let error as InputError {
        refuse(error)
      }
    }
    try printer.finish()
    if hasFailed {
      try Output.standard.flush()
      throw ExitCode(2)
    }
    if printer.found == 0 { throw ExitCode(1) }
  }

  /// Times alone are found without a parse.
  private func extraction(_ settings: ResolutionSettings) -> @Sendable (Article) -> Extraction {
    if only == .times {
      let extractor = TimeExtractor(settings: settings)
      return { Extraction(times: extractor.times(in: $0.text, published: $0.published)) }
    }
    let extractor = ClaimExtractor(settings: settings)
    if only == .attributions {
      return { Extraction(attributions: extractor.attributions(in: $0.text)) }
    }
    return { article in
      TextLanguage.foreign(article.text) == nil
        ? extractor.extract(article.text, published: article.published) : Extraction()
    }
  }

  private func extract(
    _ file: String, _ given: ArticleFields, _ extraction: @escaping @Sendable (Article) -> Extraction,
    _ printer: inout ExtractionPrinter, _ refuse: (any Error) -> Void
  ) throws {
    let assumed: ArticleFormat? = file == "-" && format == .jsonl ? .jsonl : nil
    var reader = try ArticleReader(file, format: input ?? assumed)
    try OrderedWork.run(
      weight: { (item: Result<RawArticle, ArticleRefusal>) in (try? item.get().bytes.count) ?? 0 },
      next: { try reader.next() },
      work: { item in
        item.flatMap { raw in
          Result { () throws(ArticleRefusal) in
            let article = try raw.article(given: given, now: nil, needsText: false)
            return (article, extraction(article))
          }
        }
      },
      deliver: { outcome in
        switch outcome {
        case .success(let (article, extraction)):
          if only == nil || only == .claims, let remark = ForeignTexts.message(file, of: article.text) {
            Output.message(remark)
          }
          try printer.print(article, extraction)
        case .failure(let refusal): refuse(refusal)
        }
      })
  }
}
