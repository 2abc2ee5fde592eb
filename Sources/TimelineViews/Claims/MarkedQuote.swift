import TimelineClaims

/// A claim's sentence with the words set off that make the claim.
enum MarkedQuote {
  /// The trigger bold and the time underlined, or between `<>` and `[]` without colour.
  static func text(_ claim: Claim, hasColour: Bool) -> String {
    var marks = [(span: claim.trigger.span, style: Style.bold, open: "<", close: ">")]
    if let time = claim.time { marks.append((time.span, .underlined, "[", "]")) }
    marks.sort { $0.span.lowerBound < $1.span.lowerBound }
    let scalars = Array(claim.quote.text.unicodeScalars)
    var text = ""
    var position = 0
    for mark in marks {
      let start = mark.span.lowerBound - claim.quote.span.lowerBound
      let end = mark.span.upperBound - claim.quote.span.lowerBound
      guard start >= position, end <= scalars.count, start < end else { continue }
      text += piece(scalars[position..<start])
      let inner = piece(scalars[start..<end])
      text += hasColour ? words(inner, mark.style) : mark.open + inner + mark.close
      position = end
    }
    return text + piece(scalars[position...])
  }

  /// Each word styled for itself, so that the quote can be broken into lines between any two.
  private static func words(_ text: String, _ style: Style) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false)
      .map { style.applied(to: String($0), isOn: true) }.joined(separator: " ")
  }

  /// A stretch made printable, with the spaces at its ends kept.
  private static func piece(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    let clean = Printable.line(String(view))
    let opens = scalars.first?.properties.isWhitespace == true
    let closes = scalars.count > 1 && scalars.last?.properties.isWhitespace == true
    return clean.isEmpty ? (opens ? " " : "") : (opens ? " " : "") + clean + (closes ? " " : "")
  }
}
