import TimelineClaims
import TimelineDates
package import TimelineTracking

/// Claims whose date was moved, as `slipped` prints them.
package enum SlippedGrid {
  package static func grid(_ claims: [TrackedClaim]) -> Grid {
    Grid(
      columns: [
        Grid.Column("id", isNumeric: true), Grid.Column("moves", isNumeric: true),
        Grid.Column("days", isNumeric: true), Grid.Column("first_due"), Grid.Column("due"),
        Grid.Column("status"), Grid.Column("claim", minimumWidth: 24),
        Grid.Column("outlets", minimumWidth: 12, expendability: 1),
      ],
      rows: claims.map { claim in
        let moves = claim.moves
        return [
          Grid.Cell(.number(Int(claim.id)), .dim), Grid.Cell(.number(moves.count)),
          Grid.Cell(.number(claim.daysSlipped), .bold),
          Grid.Cell(moves.first.map { CivilDate($0.from).description }),
          Grid.Cell(moves.last.map { CivilDate($0.to).description }),
          Grid.Cell(ClaimWording.status(claim), ClaimWording.style(claim.status)), Grid.Cell(claim.title),
          Grid.Cell(ClaimWording.outletsInShort(claim), .dim),
        ]
      })
  }
}

/// Contradictions, one a row, as `conflicts` prints them.
package enum ConflictGrid {
  package static func grid(_ claims: [TrackedClaim]) -> Grid {
    Grid(
      columns: [
        Grid.Column("id", isNumeric: true), Grid.Column("claim", minimumWidth: 20),
        Grid.Column("status", expendability: 3), Grid.Column("one_says", minimumWidth: 12),
        Grid.Column("by", minimumWidth: 12), Grid.Column("published", expendability: 2),
        Grid.Column("other_says", minimumWidth: 12),
        Grid.Column("other_by", minimumWidth: 12), Grid.Column("other_published", expendability: 2),
        Grid.Column("days_apart", isNumeric: true, expendability: 1),
      ],
      rows: claims.flatMap { tracked in
        tracked.disputes.map { dispute in
          let (one, two) = (tracked.mentions[dispute.first].mention, tracked.mentions[dispute.second].mention)
          let days = one.claim.lastDay.flatMap { due in two.claim.lastDay.map { abs($0 - due) } }
          return [
            Grid.Cell(.number(Int(tracked.id)), .dim), Grid.Cell(tracked.title),
            Grid.Cell(ClaimWording.status(tracked), ClaimWording.style(tracked.status)),
            Grid.Cell(says(one), .bold), Grid.Cell(who(one)),
            Grid.Cell(CivilDate(one.article.published.day).description), Grid.Cell(says(two), .bold),
            Grid.Cell(who(two)), Grid.Cell(CivilDate(two.article.published.day).description),
            Grid.Cell(days.map { .number($0) } ?? .none),
          ]
        }
      })
  }

  private static func says(_ mention: Mention) -> String {
    (mention.claim.isNegated || mention.claim.modality == .cancelled ? "not " : "")
      + DateText.when(mention.claim)
  }

  private static func who(_ mention: Mention) -> String {
    let outlet = mention.article.outlet ?? mention.article.key
    return mention.claim.source.map { $0 == outlet ? outlet : "\($0) (\(outlet))" } ?? outlet
  }
}

/// Track records, as `sources` prints them.
package enum SourceGrid {
  package static func grid(_ records: [TrackRecord], by maker: TrackRecords.Maker) -> Grid {
    Grid(
      columns: [
        Grid.Column(maker.rawValue, minimumWidth: 16), Grid.Column("claims", isNumeric: true),
        Grid.Column("kept", isNumeric: true), Grid.Column("late", isNumeric: true),
        Grid.Column("moved", isNumeric: true), Grid.Column("missed", isNumeric: true),
        Grid.Column("cancelled", isNumeric: true), Grid.Column("overdue", isNumeric: true),
        Grid.Column("open", isNumeric: true), Grid.Column("kept_percent", isNumeric: true),
      ],
      rows: records.map { record in
        let counts = [
          record.made, record.kept, record.late, record.moved, record.missed, record.cancelled,
          record.overdue, record.open,
        ]
        let share = record.keptShare.map { Grid.Value.number(Int(($0 * 100).rounded())) }
        return [Grid.Cell(record.name, .bold)] + counts.map { Grid.Cell(.number($0)) } + [
          Grid.Cell(share ?? .none)
        ]
      })
  }
}

extension TrackedClaim {
  /// Days from the first due day to the last one given.
  package var daysSlipped: Int { moves.reduce(0) { $0 + $1.days } }
}
