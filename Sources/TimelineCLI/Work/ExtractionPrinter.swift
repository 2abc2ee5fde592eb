import Timeline
import TimelineViews

/// Prints what `extract` found, article by article.
struct ExtractionPrinter {
  /// Nil for TimeML documents.
  private let rows: OutputFormat?
  private var documents: TimeMLWriter
  private let canvas: Canvas
  private let parts: Set<ExtractionJSON.Part>
  private let explains: Bool
  private var articles = 0
  /// Articles without a finding count too where each is answered by a line.
  private(set) var found = 0

  init(
    rows: OutputFormat?, canvas: Canvas, parts: Set<ExtractionJSON.Part>, documents: TimeMLWriter,
    explains: Bool = false
  ) {
    self.explains = explains
    self.rows = rows
    self.documents = documents
    self.canvas = canvas
    self.parts = parts
  }

  mutating func print(_ article: Article, _ extraction: Extraction) throws {
    let output = Output.standard
    if parts.contains(.times) { found += extraction.times.count }
    if parts.contains(.claims) { found += extraction.claims.count }
    switch rows {
    case nil:
      found += 1
      try documents.print(article, extraction.times)
    case .jsonl:
      found += 1
      try output.write(line(article, extraction) + [UInt8(ascii: "\n")])
    case .json:
      found += 1
      try output.write(articles == 0 ? "[" : ",\n")
      try output.write(line(article, extraction))
    case let format?: try printGrids(article, extraction, format)
    }
    articles += 1
  }

  private func line(_ article: Article, _ extraction: Extraction) -> [UInt8] {
    ExtractionJSON.line(id: article.key, extraction, parts: parts, explains: explains)
  }

  mutating func finish() throws {
    if rows == .json { try Output.standard.write(articles == 0 ? "[]\n" : "]\n") }
  }

  /// Claims and times are different rows: people get both, a file for programs gets the claims unless
  /// the times alone were asked for.
  private func printGrids(_ article: Article, _ extraction: Extraction, _ format: OutputFormat) throws {
    let output = Output.standard
    let claims = ExtractionGrid.claims(extraction.claims, article: article.key)
    let times = ExtractionGrid.times(extraction.times, article: article.key)
    switch format {
    case .csv, .tsv:
      let grid = parts.contains(.claims) ? claims : times
      if articles == 0 { try output.write(format == .csv ? grid.csvHeader() : grid.tsvHeader()) }
      for row in grid.rows { try output.write(format == .csv ? Grid.csvRecord(row) : Grid.tsvRecord(row)) }
    default:
      if articles > 0 { try output.write("\n") }
      try output.write(heading(article, format) + "\n\n")
      if explains, parts.contains(.claims) { return try printSheets(extraction) }
      let shown = (parts.contains(.claims) ? [claims] : []) + (parts.contains(.times) ? [times] : [])
      let texts = shown.filter { !$0.rows.isEmpty }.map { grid in
        var grid = grid
        grid.remove(columns: ["article", "trigger_start", "time_start", "start_offset", "end_offset"])
        if grid.columns.first?.name == "when" { grid.remove(columns: ["start", "end", "relation"]) }
        return grid.rendered(as: format, on: canvas)
      }
      try output.write(texts.isEmpty ? "no dated claim\n" : texts.joined(separator: "\n"))
    }
  }

  private func printSheets(_ extraction: Extraction) throws {
    let sheets = extraction.claims.map { EvidenceSheet($0, canvas: canvas).text() }
    try Output.standard.write(sheets.isEmpty ? "no dated claim\n" : sheets.joined(separator: "\n"))
  }

  private func heading(_ article: Article, _ format: OutputFormat) -> String {
    let name = article.title ?? (article.key.hasPrefix("text-") ? nil : article.key)
    let parts = [name, article.outlet, DateText.day(article.published.day)]
    let text = Printable.line(parts.compactMap { $0 }.joined(separator: " · "))
    return format == .md ? "## " + text : Style.bold.applied(to: text, isOn: canvas.hasColour)
  }
}
