import Timeline
import TimelineViews

/// Prints tracked claims in each of the forms.
struct ClaimPrinter {
  var format: OutputFormat
  var canvas: Canvas
  var detail: TrackedClaimJSON.Detail = .plain

  func print(_ claims: [TrackedClaim]) throws {
    switch format {
    case .table: try Output.standard.write(ClaimGrid.short(claims).table(on: canvas))
    case .md: try Output.standard.write(ClaimGrid.short(claims).markdown())
    case .csv, .tsv, .json, .jsonl:
      var stream = ClaimStream(format: format)
      for claim in claims { try stream.write(claim, detail, to: Output.standard.write) }
      try stream.finish(to: Output.standard.write)
    }
  }
}

extension ClaimPrinter {
  /// Writes the claims that match as they come, without holding them all; for the forms that programs read.
  ///
  /// - Returns: How many were written.
  static func stream(
    _ query: ClaimQuery, from timeline: Timeline, as format: OutputFormat, to output: ([UInt8]) throws -> Void
  ) throws -> Int {
    var stream = ClaimStream(format: format)
    var count = 0
    try timeline.forEachClaim(matching: query) { claim in
      count += 1
      try stream.write(claim, to: output)
    }
    try stream.finish(to: output)
    return count
  }
}

/// Writes claims one by one in the forms that programs read.
struct ClaimStream {
  private let format: OutputFormat
  private var count = 0

  init(format: OutputFormat) {
    self.format = format
  }

  mutating func write(
    _ claim: TrackedClaim, _ detail: TrackedClaimJSON.Detail = .plain, to output: ([UInt8]) throws -> Void
  ) throws {
    if count == 0 { try output(Array(opening.utf8)) }
    count += 1
    switch format {
    case .json:
      if count > 1 { try output(Array(",\n".utf8)) }
      try output(TrackedClaimJSON.object(claim, detail))
    case .jsonl: try output(TrackedClaimJSON.object(claim, detail) + [UInt8(ascii: "\n")])
    case .csv: try output(Array(Grid.csvRecord(ClaimGrid.fullRow(claim)).utf8))
    case .tsv: try output(Array(Grid.tsvRecord(ClaimGrid.fullRow(claim)).utf8))
    case .table, .md: break
    }
  }

  mutating func finish(to output: ([UInt8]) throws -> Void) throws {
    if count == 0 { try output(Array(opening.utf8)) }
    if format == .json { try output(Array("]\n".utf8)) }
  }

  private var opening: String {
    let grid = Grid(columns: ClaimGrid.fullColumns)
    return switch format {
    case .json: "["
    case .csv: grid.csvHeader()
    case .tsv: grid.tsvHeader()
    case .jsonl, .table, .md: ""
    }
  }
}
