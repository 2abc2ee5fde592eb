import Timeline
import TimelineViews

/// What changed between two versions of an article, one claim a row, as `article-diff` prints it.
enum VersionGrid {
  static func grid(_ change: VersionChange) -> Grid {
    let rows =
      change.changed.map { row("changed", before: $0.before, after: $0.after) }
      + change.vanished.map { row("vanished", before: $0, after: nil) }
      + change.appeared.map { row("appeared", before: nil, after: $0) }
    return Grid(
      columns: [
        Grid.Column("change"), Grid.Column("claim", minimumWidth: 20),
        Grid.Column("before", minimumWidth: 12),
        Grid.Column("after", minimumWidth: 12),
        Grid.Column("quote_before", minimumWidth: 16, expendability: 2),
        Grid.Column("quote_after", minimumWidth: 16, expendability: 1),
      ], rows: rows)
  }

  private static func row(_ kind: String, before: Claim?, after: Claim?) -> [Grid.Cell] {
    let (old, new) = (before.map(said), after.map(said))
    return [
      Grid.Cell(kind), Grid.Cell((after ?? before)?.title), Grid.Cell(old), Grid.Cell(new),
      Grid.Cell(before?.quote.text), Grid.Cell(after?.quote.text),
    ]
  }

  /// When, in which manner, and who says so.
  private static func said(_ claim: Claim) -> String {
    [DateText.when(claim), ClaimWording.modality(claim), claim.source].compactMap { $0 }.joined(
      separator: ", ")
  }
}
