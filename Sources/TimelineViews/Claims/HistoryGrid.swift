import TimelineClaims
import TimelineDates
package import TimelineTracking

/// Every statement of a claim in order, as `history` prints it.
package enum HistoryGrid {
  package static let columns: [Grid.Column] = [
    Grid.Column("claim", isNumeric: true, expendability: 8),
    Grid.Column("mention", isNumeric: true), Grid.Column("published"),
    Grid.Column("outlet", minimumWidth: 10, expendability: 2),
    Grid.Column("when", minimumWidth: 14), Grid.Column("start", expendability: 7),
    Grid.Column("end", expendability: 7), Grid.Column("days_moved", isNumeric: true),
    Grid.Column("link", expendability: 3), Grid.Column("told_as", expendability: 1),
    Grid.Column("said_by", minimumWidth: 10, expendability: 4), Grid.Column("stands"),
    Grid.Column("quote", minimumWidth: 24, expendability: 5),
    Grid.Column("reason", expendability: 6),
  ]

  package static func grid(_ tracked: TrackedClaim) -> Grid {
    var due: [Int64: DayNumber] = [:]
    return Grid(
      columns: columns,
      rows: tracked.mentions.enumerated().map { index, linked in
        let (mention, claim) = (linked.mention, linked.mention.claim)
        due[mention.id] = claim.lastDay
        let old = linked.link.to.flatMap { due[$0] }
        let isMove = [.revision, .conflict].contains(linked.link.kind)
        let days = isMove ? old.flatMap { from in claim.lastDay.map { $0 - from } } : nil
        let period = claim.period?.inclusiveText
        return [
          Grid.Cell(.number(Int(tracked.id))), Grid.Cell(.number(Int(mention.id)), .dim),
          Grid.Cell(CivilDate(mention.article.published.day).description),
          Grid.Cell(mention.article.outlet ?? mention.article.key), Grid.Cell(DateText.when(claim), .bold),
          Grid.Cell(period?.start), Grid.Cell(period?.end),
          Grid.Cell(days.map { .number($0) } ?? .none),
          Grid.Cell(linked.link.kind.rawValue), Grid.Cell(ClaimWording.modality(claim)),
          Grid.Cell(ClaimWording.source(claim)), Grid.Cell(.flag(index == tracked.standing)),
          Grid.Cell(claim.quote.text), Grid.Cell(linked.link.reason),
        ]
      })
  }

  /// The same for people: what the columns `claim`, `start`, `end` and `reason` tell stands elsewhere.
  package static func sheet(_ tracked: TrackedClaim, on canvas: Canvas) -> String {
    var grid = grid(tracked)
    grid.remove(columns: ["claim", "start", "end", "link", "reason"])
    let kinds = tracked.mentions.map { ClaimWording.link($0, of: tracked) }
    // What was called off stands no longer, though no other date took its place.
    if let fate = ClaimWording.standing(tracked), grid.rows.indices.contains(tracked.standing),
      let place = grid.columns.firstIndex(where: { $0.name == "stands" })
    {
      grid.rows[tracked.standing][place] = Grid.Cell(fate)
    }
    if let place = grid.columns.firstIndex(where: { $0.name == "told_as" }) {
      grid.columns.insert(Grid.Column("what", minimumWidth: 12), at: place)
      for row in grid.rows.indices { grid.rows[row].insert(Grid.Cell(kinds[row]), at: place) }
    }
    let head =
      "#\(tracked.id) " + Style.bold.applied(to: Printable.line(tracked.title), isOn: canvas.hasColour)
    return "\(head)\n\(ClaimWording.status(tracked)) · \(ClaimWording.origins(tracked))\n"
      + grid.table(on: canvas)
  }
}
