import TimelineClaims
import TimelineDates
package import TimelineTracking

/// What changed between two days, one change a row, as `diff` prints it.
package enum ChangeGrid {
  package static func grid(_ changes: [ClaimChange]) -> Grid {
    Grid(
      columns: [
        Grid.Column("change"), Grid.Column("id", isNumeric: true), Grid.Column("before", minimumWidth: 12),
        Grid.Column("after", minimumWidth: 12), Grid.Column("days_moved", isNumeric: true, expendability: 2),
        Grid.Column("claim", minimumWidth: 24), Grid.Column("said_by", minimumWidth: 12, expendability: 3),
        Grid.Column("outlets", minimumWidth: 12, expendability: 1),
      ],
      rows: changes.map { change in
        let after = change.after.current
        return [
          Grid.Cell(change.kind.rawValue, style(change.kind)), Grid.Cell(.number(Int(change.after.id)), .dim),
          Grid.Cell(before(change)), Grid.Cell(self.after(change), .bold),
          Grid.Cell(days(change).map { .number($0) } ?? .none), Grid.Cell(change.after.title),
          Grid.Cell(after.flatMap(ClaimWording.source)),
          Grid.Cell(ClaimWording.outletsInShort(change.after), .dim),
        ]
      })
  }

  package static func days(_ change: ClaimChange) -> Int? {
    guard change.kind == .moved, let old = change.before?.current?.lastDay,
      let new = change.after.current?.lastDay
    else { return nil }
    return new - old
  }

  private static func before(_ change: ClaimChange) -> String? {
    guard let before = change.before else { return nil }
    return isDate(change.kind) ? before.current.map(DateText.when) : before.status.rawValue
  }

  private static func after(_ change: ClaimChange) -> String? {
    if change.kind == .contradicted, let dispute = change.after.disputes.last {
      return DateText.when(change.after.mentions[dispute.second].mention.claim)
    }
    return isDate(change.kind) ? change.after.current.map(DateText.when) : change.after.status.rawValue
  }

  private static func isDate(_ kind: ClaimChange.Kind) -> Bool {
    switch kind {
    case .new, .moved, .contradicted: true
    case .happened, .missed, .cancelled, .overdue, .reopened: false
    }
  }

  private static func style(_ kind: ClaimChange.Kind) -> Style {
    switch kind {
    case .new, .happened: .good
    case .moved, .contradicted, .reopened: .warning
    case .missed, .overdue: .bad
    case .cancelled: .dim
    }
  }
}
