import TimelineClaims
package import TimelineDates
package import TimelineTracking

/// What a planner reads in the morning: what changed since a day, and what is due.
package struct BriefView {
  /// A heading and the claims under it.
  package struct Section {
    package var name: String
    package var heading: String
    package var changes: [ClaimChange]
  }

  package let sections: [Section]
  private let since: DayNumber
  private let day: DayNumber

  /// - Parameters:
  ///   - changes: From the end of `since` to the end of `day`.
  ///   - due: What is due in the seven days from `day` on.
  ///   - overdue: What is overdue on `day`, the latest first.
  package init(
    changes: [ClaimChange], due: [TrackedClaim], overdue: [TrackedClaim], since: DayNumber, on day: DayNumber
  ) {
    self.since = since
    self.day = day
    func of(_ kinds: Set<ClaimChange.Kind>) -> [ClaimChange] { changes.filter { kinds.contains($0.kind) } }
    func standing(_ claims: [TrackedClaim], _ kind: ClaimChange.Kind) -> [ClaimChange] {
      claims.map { ClaimChange(kind: kind, before: nil, after: $0) }
    }
    sections = [
      Section(name: "new", heading: "New", changes: of([.new])),
      Section(name: "moved", heading: "Moved", changes: of([.moved, .reopened])),
      Section(name: "contradicted", heading: "Contradicted", changes: of([.contradicted])),
      Section(name: "outcomes", heading: "What came of it", changes: of([.happened, .missed, .cancelled])),
      Section(name: "due", heading: "Due within a week", changes: standing(due, .new)),
      Section(name: "overdue", heading: "Overdue", changes: standing(overdue, .overdue)),
    ].filter { !$0.changes.isEmpty }
  }

  package var isEmpty: Bool { sections.isEmpty }

  private var title: String { "\(DateText.day(day)), since \(DateText.day(since))" }

  package func text(on canvas: Canvas) -> String {
    let parts = sections.map { section in
      Style.heading.applied(to: section.heading, isOn: canvas.hasColour) + "\n"
        + grid(section).table(on: canvas, hasHeadings: false)
    }
    return ([title + "\n"] + parts).joined(separator: "\n")
  }

  package func markdown() -> String {
    let parts = sections.map { section in
      "## \(section.heading)\n\n"
        + section.changes.map { "- " + Grid.escaped(line($0, in: section)) + "\n" }.joined()
    }
    return (["# \(title)\n"] + parts).joined(separator: "\n")
  }

  /// All rows with the section that each stands in; for programs.
  package func rows() -> Grid {
    var whole = ChangeGrid.grid([])
    whole.columns.insert(Grid.Column("section"), at: 0)
    for section in sections {
      whole.rows += ChangeGrid.grid(section.changes).rows.map { [Grid.Cell(section.name)] + $0 }
    }
    return whole
  }

  private func grid(_ section: Section) -> Grid {
    Grid(
      columns: [
        Grid.Column("id", isNumeric: true), Grid.Column("when", minimumWidth: 16),
        Grid.Column("what", minimumWidth: 12), Grid.Column("claim", minimumWidth: 24),
        Grid.Column("outlets", minimumWidth: 12, expendability: 1),
      ],
      rows: section.changes.map { change in
        [
          Grid.Cell(.number(Int(change.after.id)), .dim),
          Grid.Cell(change.after.current.map(DateText.when), .bold), Grid.Cell(what(change, in: section)),
          Grid.Cell(change.after.title), Grid.Cell(ClaimWording.outletsInShort(change.after), .dim),
        ]
      })
  }

  private func line(_ change: ClaimChange, in section: Section) -> String {
    let parts = [
      change.after.current.map(DateText.when), "#\(change.after.id)", what(change, in: section),
      ClaimWording.outletsInShort(change.after),
    ].compactMap { $0 }
    return "\(change.after.title) (\(parts.joined(separator: ", ")))"
  }

  /// How it is told or stands, in the words of the section.
  private func what(_ change: ClaimChange, in section: Section) -> String? {
    switch section.name {
    case "moved":
      let from = change.before?.current.map { "was \(DateText.when($0))" }
      let days = ChangeGrid.days(change).map { "\($0 > 0 ? "+" : "")\($0) days" }
      return [from, days].compactMap { $0 }.joined(separator: ", ")
    case "contradicted":
      return change.after.disputes.last.map { dispute in
        let claim = change.after.mentions[dispute.second].mention.claim
        let who = claim.source ?? change.after.mentions[dispute.second].mention.article.outlet
        return (who.map { $0 + ": " } ?? "") + (claim.isNegated ? "not " : "") + DateText.when(claim)
      }
    case "outcomes": return change.after.status.rawValue
    case "due", "overdue": return Nearness(of: change.after, on: day)?.text
    default: return change.after.current.map(ClaimWording.modality)
    }
  }
}
