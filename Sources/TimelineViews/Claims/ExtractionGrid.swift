package import TimelineClaims
import TimelineDates
package import TimelineTimes

/// What was found in one article, as rows.
package enum ExtractionGrid {
  package static func claims(_ claims: [Claim], article: String) -> Grid {
    Grid(
      columns: [
        Grid.Column("article"), Grid.Column("when", minimumWidth: 12), Grid.Column("start"),
        Grid.Column("end"),
        Grid.Column("relation", expendability: 4), Grid.Column("told_as", expendability: 2),
        Grid.Column("claim", minimumWidth: 24), Grid.Column("trigger", expendability: 6),
        Grid.Column("trigger_start", isNumeric: true), Grid.Column("time", minimumWidth: 8, expendability: 5),
        Grid.Column("time_start", isNumeric: true), Grid.Column("where", minimumWidth: 10, expendability: 3),
        Grid.Column("said_by", minimumWidth: 10, expendability: 1),
        Grid.Column("confidence", isNumeric: true, expendability: 7),
      ],
      rows: claims.map { claim in
        let period = claim.period?.inclusiveText
        return [
          Grid.Cell(article), Grid.Cell(DateText.when(claim), .bold), Grid.Cell(period?.start),
          Grid.Cell(period?.end), Grid.Cell(claim.relation.rawValue), Grid.Cell(ClaimWording.modality(claim)),
          Grid.Cell(claim.title), Grid.Cell(claim.trigger.text),
          Grid.Cell(.number(claim.trigger.span.lowerBound)), Grid.Cell(claim.time?.text),
          Grid.Cell(claim.time.map { .number($0.span.lowerBound) } ?? .none),
          Grid.Cell(ClaimWording.places(claim)),
          Grid.Cell(ClaimWording.source(claim)),
          Grid.Cell(claim.confidence.map { JSONWriter.text($0, decimals: 2) }),
        ]
      })
  }

  package static func times(_ times: [TimeExpression], article: String) -> Grid {
    Grid(
      columns: [
        Grid.Column("article"), Grid.Column("time", minimumWidth: 10),
        Grid.Column("start_offset", isNumeric: true),
        Grid.Column("end_offset", isNumeric: true), Grid.Column("type"), Grid.Column("value"),
        Grid.Column("mod", expendability: 2), Grid.Column("start"), Grid.Column("end"),
        Grid.Column("other_readings", minimumWidth: 12, expendability: 1),
      ],
      rows: times.map { time in
        let period = time.resolution.chosen?.period.inclusiveText
        return [
          Grid.Cell(article), Grid.Cell(time.text), Grid.Cell(.number(time.span.lowerBound)),
          Grid.Cell(.number(time.span.upperBound)), Grid.Cell(time.timex.type.rawValue),
          Grid.Cell(time.timex.value),
          Grid.Cell(time.timex.mod), Grid.Cell(period?.start), Grid.Cell(period?.end),
          Grid.Cell(.list(time.resolution.others.map { DateText.period($0.period, zone: $0.zone) })),
        ]
      })
  }
}
