import ArgumentParser
import Timeline
import TimelineViews

/// `timeline show-article`.
struct ShowArticleCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show-article",
    abstract: "An article with all dates that may be its publication, and why one was chosen.",
    discussion: """
      EXAMPLES:
        timeline show-article https://example.org/meeting
        timeline show-article 3 --format json

      Dates are listed with their source and how much each is trusted, the chosen one first. The given date \
      (--published) outranks all; where it is wrong, add the article again with another. An article whose text is \
      nearly that of another is a copy of the one that was published first.
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @OptionGroup var article: NamedArticle

  func run() throws {
    let session = try session()
    let timeline = try session.timeline(for: .reading)
    let stored = try article.stored(in: timeline)
    let details = try timeline.details(ofArticle: stored.reference.key)
    let copies = try timeline.copies(ofArticle: stored.reference.key)
    let output = Output.standard
    switch format.format {
    case .json, .jsonl:
      let text = try timeline.article(stored.reference.key)?.text ?? ""
      try output.write(
        ArticleJSON.line(ArticleRecord(stored.reference, details: details, text: text, copies: copies))
          + [UInt8(ascii: "\n")]
      )
    case .csv, .tsv: try output.write(Self.grid(details).rendered(as: format.format, on: session.canvas))
    case .table, .md:
      try output.write(Self.head(stored, details, copies))
      if let details, !details.dates.candidates.isEmpty {
        try output.write("\n" + Self.grid(details).rendered(as: format.format, on: session.canvas))
      } else {
        try output.write("\nThe article itself names its publication.\n")
      }
      for warning in details?.dates.warnings ?? [] { Output.message("\(warning)") }
    }
  }

  private static func head(
    _ stored: StoredArticle, _ details: ArticleDetails?, _ copies: ArticleCopies?
  ) -> String {
    let reference = stored.reference
    var rows = [
      ("title", reference.title), ("outlet", reference.outlet), ("author", details?.author),
      ("published", reference.published.description), ("modified", details?.dates.modified?.description),
      ("language", details?.language), ("address", reference.url), ("key", reference.key),
      ("number", "\(stored.id)"), ("versions", "\(stored.versions)"), ("claims", "\(stored.claims)"),
    ]
    if let copies {
      if copies.original.key != reference.key { rows.append(("copy of", line(copies.original))) }
      let others = copies.copies.filter { $0.key != reference.key }
      let name = copies.original.key == reference.key ? "copies" : "also"
      for (index, copy) in others.enumerated() { rows.append((index == 0 ? name : "", line(copy))) }
    }
    return rows.compactMap { name, value in
      value.map { name + String(repeating: " ", count: 11 - name.count) + Printable.line($0) + "\n" }
    }.joined()
  }

  /// `2026-02-12 · Harbor Gazette · https://example.org/a`.
  private static func line(_ article: ArticleReference) -> String {
    [article.published.description, article.outlet, article.key].compactMap { $0 }.joined(separator: " · ")
  }

  private static func grid(_ details: ArticleDetails?) -> Grid {
    let choice = details?.dates
    return Grid(
      columns: [
        Grid.Column("chosen"), Grid.Column("date"), Grid.Column("role"), Grid.Column("source"),
        Grid.Column("trust", isNumeric: true), Grid.Column("name", minimumWidth: 10, expendability: 1),
        Grid.Column("as written", minimumWidth: 10, expendability: 2),
      ],
      rows: (choice?.candidates ?? []).enumerated().map { index, candidate in
        [
          Grid.Cell(index == choice?.chosen ? "*" : ""), Grid.Cell(candidate.time.description),
          Grid.Cell(candidate.role.rawValue), Grid.Cell(candidate.source.rawValue),
          Grid.Cell(.number(candidate.rank)), Grid.Cell(candidate.name), Grid.Cell(candidate.text),
        ]
      })
  }
}
