package import TimelineClaims

/// A claim as `extract --explain` prints it: what it says, and the rule or the words behind each field.
package struct EvidenceSheet {
  private let claim: Claim
  private let canvas: Canvas

  package init(_ claim: Claim, canvas: Canvas) {
    self.claim = claim
    self.canvas = canvas
  }

  package func text() -> String {
    let sheet = SheetSection(canvas: canvas)
    let quote = DisplayWidth.wrapped(
      MarkedQuote.text(claim, hasColour: canvas.hasColour), to: max((canvas.width ?? 100) - 2, 18))
    let told = [
      DateText.when(claim), ClaimWording.modality(claim), ClaimWording.source(claim),
      ClaimWording.places(claim), ClaimWording.confidence(claim),
    ]
    let head =
      sheet.wrapped(sheet.styled(Printable.line(claim.title), .bold))
      + sheet.wrapped(Printable.line(told.compactMap { $0 }.joined(separator: " · ")))
      + quote.map { "  " + $0 }
    return head.map { $0 + "\n" }.joined() + sheet.text("Evidence", Self.rowsWithSteps(claim))
  }

  /// Each field with what decided it.
  static func rows(_ claim: Claim) -> [(name: String, value: String)] {
    claim.evidence.map { line in
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return ("", line) }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return (String(line[..<colon]), String(value))
    }
  }

  /// The same, and behind the time the steps that gave its date.
  static func rowsWithSteps(_ claim: Claim) -> [(name: String, value: String)] {
    var rows = rows(claim)
    let steps = (claim.resolution?.chosen?.steps ?? []).map { (name: "", value: $0) }
    let place = rows.firstIndex { $0.name == "time" }.map { $0 + 1 } ?? rows.count
    rows.insert(contentsOf: steps, at: place)
    return rows
  }
}
