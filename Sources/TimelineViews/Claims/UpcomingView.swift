package import TimelineDates
package import TimelineTracking

/// What lies ahead, grouped by how near it is, and what is overdue.
package struct UpcomingView {
  private let groups: [(group: Nearness.Group, rows: [(claim: TrackedClaim, nearness: Nearness)])]

  /// Each group begins with what is nearest: what is due soonest, or became overdue last.
  package init(_ claims: [TrackedClaim], on day: DayNumber) {
    let placed = claims.compactMap { claim in Nearness(of: claim, on: day).map { (claim, $0) } }
    groups = Nearness.Group.allCases.compactMap { group in
      let rows = placed.filter { $0.1.group == group }
      guard !rows.isEmpty else { return nil }
      return (group, rows.sorted { (abs($0.1.daysLeft), $0.0.id) < (abs($1.1.daysLeft), $1.0.id) })
    }
  }

  /// The claims in the order in which they are shown; those without a date are left out.
  package var claims: [TrackedClaim] { groups.flatMap { $0.rows.map(\.claim) } }

  /// Each group under its heading, in columns that are as wide in all of them.
  package func table(on canvas: Canvas) -> String {
    let whole = grid(groups.flatMap(\.rows)).table(on: canvas, hasHeadings: false)
    var lines = whole.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var text = ""
    for (group, rows) in groups {
      let heading = group.rawValue.prefix(1).uppercased() + group.rawValue.dropFirst()
      text += (text.isEmpty ? "" : "\n")
      text += (group == .overdue ? Style.bad : .heading).applied(to: heading, isOn: canvas.hasColour) + "\n"
      for line in lines.prefix(rows.count) { text += line + "\n" }
      lines = lines.dropFirst(rows.count)
    }
    return text
  }

  /// A heading and a table for each group.
  package func markdown() -> String {
    groups.map { group, rows in
      "## " + group.rawValue.prefix(1).uppercased() + group.rawValue.dropFirst() + "\n\n"
        + grid(rows).markdown()
    }.joined(separator: "\n")
  }

  private func grid(_ rows: [(claim: TrackedClaim, nearness: Nearness)]) -> Grid {
    var grid = ClaimGrid.short(rows.map(\.claim))
    grid.columns.removeAll { $0.name == "status" }
    grid.columns.insert(Grid.Column("left"), at: 0)
    grid.rows = zip(grid.rows, rows).map { cells, row in
      var cells = cells
      cells.remove(at: 2)
      let isLate = row.nearness.group == .overdue
      let left = (isLate ? "! " : "") + row.nearness.text
      cells.insert(Grid.Cell(left, isLate ? .bad : row.nearness.daysLeft <= 7 ? .warning : .plain), at: 0)
      return cells
    }
    return grid
  }
}
