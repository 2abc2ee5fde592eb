import TimelineClaims
import TimelineDates
package import TimelineTracking

/// Tracked claims as rows: few columns for people, all of them for programs.
package enum ClaimGrid {
  package static func short(_ claims: [TrackedClaim]) -> Grid {
    Grid(
      columns: [
        Grid.Column("id", isNumeric: true), Grid.Column("when", minimumWidth: 20),
        Grid.Column("status"), Grid.Column("told_as", expendability: 2),
        Grid.Column("claim", minimumWidth: 36), Grid.Column("where", minimumWidth: 10, expendability: 5),
        Grid.Column("said_by", minimumWidth: 14, expendability: 3),
        Grid.Column("outlets", minimumWidth: 14, expendability: 4),
      ],
      rows: claims.map { tracked in
        let claim = tracked.current
        return [
          Grid.Cell(.number(Int(tracked.id)), .dim), Grid.Cell(claim.map(DateText.when), .bold),
          Grid.Cell(ClaimWording.status(tracked), ClaimWording.style(tracked.status)),
          Grid.Cell(claim.map(ClaimWording.modality)), Grid.Cell(tracked.title),
          Grid.Cell(claim.flatMap(ClaimWording.places)), Grid.Cell(claim.flatMap(ClaimWording.source)),
          Grid.Cell(ClaimWording.outletsInShort(tracked), .dim),
        ]
      })
  }

  package static func full(_ claims: [TrackedClaim]) -> Grid {
    Grid(columns: fullColumns, rows: claims.map(fullRow))
  }

  package static let fullColumns: [Grid.Column] = [
    "id", "uid", "status", "start", "end", "zone", "due", "relation", "modality", "negated", "conditional",
    "title", "actors", "places", "alternatives", "source", "stated_start", "stated_end", "trigger", "time",
    "quote", "outlets", "mentions", "first_published", "last_published", "urls", "verdict", "tags",
    "confidence",
  ].map { Grid.Column($0) }

  package static func fullRow(_ tracked: TrackedClaim) -> [Grid.Cell] {
    let claim = tracked.current
    let period = claim?.period?.inclusiveText
    let stated = claim?.stated?.inclusiveText
    let articles = tracked.mentions.map(\.mention.article)
    let values: [Grid.Value] = [
      .number(Int(tracked.id)), .text(tracked.uid), .text(tracked.status.rawValue), .text(period?.start),
      .text(period?.end), .text(claim?.zone), .text(claim?.due.map { CivilDate($0).description }),
      .text(claim?.relation.rawValue), .text(claim?.modality.rawValue), .flag(claim?.isNegated ?? false),
      .flag(claim?.isConditional ?? false), .text(tracked.title), .list(claim?.actors ?? []),
      .list(claim?.places ?? []), .flag(claim?.placesAreAlternatives ?? false), .text(claim?.source),
      .text(stated?.start), .text(stated?.end), .text(claim?.trigger.text), .text(claim?.time?.text),
      .text(claim?.quote.text), .list(ClaimWording.outlets(tracked)), .number(tracked.mentions.count),
      .text(articles.first?.published.description), .text(articles.last?.published.description),
      .list(articles.compactMap(\.url)), .text(tracked.verdict?.status.rawValue), .list(tracked.tags),
      .text(claim?.confidence.map { JSONWriter.text($0, decimals: 2) }),
    ]
    return values.map { Grid.Cell($0) }
  }
}
