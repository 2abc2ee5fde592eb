import TimelineClaims
package import TimelineDates
import TimelineTimes
package import TimelineTracking

/// One claim in full, as `show` prints it.
package struct ClaimSheet {
  private let tracked: TrackedClaim
  private let day: DayNumber
  private let canvas: Canvas
  private let ties: [Mention.ID: TieEvidence]

  /// - Parameters:
  ///   - day: The day that the remaining time is counted from.
  ///   - ties: Why its mentions count as one event.
  package init(
    _ tracked: TrackedClaim, on day: DayNumber, canvas: Canvas, ties: [Mention.ID: TieEvidence] = [:]
  ) {
    self.ties = ties
    self.tracked = tracked
    self.day = day
    self.canvas = canvas
  }

  package func text() -> String {
    guard let claim = tracked.current else { return "" }
    var sections = [head(claim), quote(claim)]
    sections.append(section("Claim", facts(claim)))
    sections.append(section("How the date was worked out", working(claim)))
    sections.append(section("Other readings", otherReadings(claim)))
    sections.append(section(sources().count == 1 ? "Source" : "Sources", sources()))
    sections.append(section("History", history()))
    sections.append(section("Your verdict", verdict()))
    sections.append(section("Evidence", EvidenceSheet.rows(claim)))
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var sheet: SheetSection { SheetSection(canvas: canvas) }

  private func head(_ claim: Claim) -> String {
    let number = sheet.styled("#\(tracked.id)", .dim)
    let status = sheet.styled(tracked.status.rawValue, ClaimWording.style(tracked.status))
    var parts = [status, ClaimWording.modality(claim), DateText.when(claim)]
    if [.upcoming, .overdue].contains(tracked.status), let near = Nearness(of: tracked, on: day) {
      parts.append(near.text)
    }
    let lines = sheet.wrapped(number + " " + sheet.styled(Printable.line(tracked.title), .bold))
    return (lines + sheet.wrapped(parts.joined(separator: " · "))).map { $0 + "\n" }.joined()
  }

  /// The quote with the trigger and the time set off: `<meet>`, `[next week]`.
  private func quote(_ claim: Claim) -> String {
    let marked = MarkedQuote.text(claim, hasColour: canvas.hasColour)
    let lines = DisplayWidth.wrapped(marked, to: max((canvas.width ?? 100) - 2, 18))
    return lines.map { "  " + $0 + "\n" }.joined()
  }

  private func facts(_ claim: Claim) -> [(String, String)] {
    var facts: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { facts.append((name, value)) }
    }
    let period = claim.period?.inclusiveText
    add("period", period.map { $0.start == $0.end ? $0.start : "\($0.start) … \($0.end)" })
    add("zone", ClaimWording.zone(claim))
    add("relation", claim.relation.rawValue)
    add("due", claim.due.map { CivilDate($0).description })
    add("actors", claim.actors.joined(separator: ", "))
    add("places", ClaimWording.places(claim))
    for reading in claim.placeReadings { add("on the map", ClaimWording.place(reading)) }
    add("confidence", ClaimWording.confidence(claim))
    add("said by", claim.source)
    add("said on", claim.stated.map { DateText.period($0) })
    add("told by", ClaimWording.origins(tracked))
    add("tags", tracked.tags.joined(separator: ", "))
    add("own title", tracked.name == nil ? nil : claim.title)
    add("hidden", tracked.isHidden ? "yes" : nil)
    add("uid", tracked.uid)
    return facts
  }

  private func working(_ claim: Claim) -> [(String, String)] {
    switch claim.resolution {
    case .none: [("", "the text gives no date")]
    case .resolved(let reading): steps(reading)
    case .ambiguous(let readings): readings.first.map(steps) ?? []
    case .unanchored(let missing): [("", TimeWording.missing(missing))]
    case .impossible(let reason): [("", "no such date: \(reason)")]
    }
  }

  private func steps(_ reading: Reading) -> [(String, String)] {
    var lines = reading.steps.enumerated().map { ("\($0.offset + 1).", $0.element) }
    if reading.exactness != .exact { lines.append(("", "the words are \(reading.exactness.rawValue)")) }
    return lines
  }

  private func otherReadings(_ claim: Claim) -> [(String, String)] {
    (claim.resolution?.others ?? []).map {
      (DateText.period($0.period, zone: $0.zone), $0.steps.joined(separator: "; "))
    }
  }

  private func sources() -> [(String, String)] {
    var told: Set<String> = []
    return tracked.mentions.map(\.mention.article).filter { told.insert($0.key).inserted }.map { article in
      let details = [article.title.map { "\u{201C}\($0)\u{201D}" }, article.url, "[\(article.key)]"]
      return (
        DateText.day(article.published.day),
        ([article.outlet] + details).compactMap { $0 }.joined(separator: ", ")
      )
    }
  }

  private func history() -> [(String, String)] {
    tracked.mentions.enumerated().map { index, linked in
      let claim = linked.mention.claim
      let isStanding = index == tracked.standing && tracked.mentions.count > 1
      let stands = isStanding ? " (\(ClaimWording.standing(tracked) ?? "stands"))" : ""
      let who = linked.mention.article.outlet ?? linked.mention.article.key
      return (
        DateText.day(linked.mention.article.published.day),
        "\(ClaimWording.link(linked, of: tracked)): \(DateText.when(claim)), \(ClaimWording.modality(claim)) — \(who)\(stands). "
          + linked.link.reason + likeness(of: linked.mention)
      )
    }
  }

  /// `; likeness 0.83: story 0.25, event 0.2 (mention 40)`.
  private func likeness(of mention: Mention) -> String {
    guard let tie = ties[mention.id] else { return "" }
    let hundredths = Int((min(tie.score, 1) * 100).rounded())
    let score = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    return "; likeness \(score) to mention \(tie.to): \(tie.parts)"
  }

  private func verdict() -> [(String, String)] {
    guard let verdict = tracked.verdict else { return [] }
    let parts = [verdict.status.rawValue, verdict.day.map(DateText.day), verdict.note].compactMap { $0 }
    return [("", parts.joined(separator: ", "))]
  }

  private func section(_ title: String, _ rows: [(name: String, value: String)]) -> String {
    sheet.text(title, rows)
  }
}
