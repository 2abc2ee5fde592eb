import TimelineClaims
import TimelineDates
import TimelineTracking

/// What stands in an event's description: the quote, the sources, how the date was worked out.
enum EventDescription {
  static func text(_ tracked: TrackedClaim, _ claim: Claim) -> String {
    var lines = ["\u{201C}\(oneLine(claim.quote.text))\u{201D}", ""]
    lines.append("Told as: \(claim.isNegated ? "not " : "")\(claim.modality.rawValue)")
    if let source = claim.source { lines.append("Said by: \(oneLine(source))") }
    if let stated = claim.stated { lines.append("Said on: \(span(stated, zone: nil))") }
    if let period = claim.period {
      let words = claim.time.map { "\u{201C}\(oneLine($0.text))\u{201D}: " } ?? ""
      lines.append("Time: \(words)\(claim.relation.rawValue) \(span(period, zone: claim.zone))")
    }
    lines += (claim.resolution?.chosen?.steps ?? []).map { "  " + oneLine($0) }
    var told: Set<String> = []
    let articles = tracked.mentions.map(\.mention.article).filter { told.insert($0.key).inserted }
    lines += ["", articles.count == 1 ? "Source:" : "Sources:"]
    lines += articles.map(source)
    return lines.joined(separator: "\n")
  }

  private static func source(_ article: ArticleReference) -> String {
    let name = article.outlet ?? article.key
    let details = [article.title.map { "\u{201C}\($0)\u{201D}" }, article.url].compactMap { $0 }
    return "- "
      + ([CivilDate(article.published.day).description, name] + details).map(oneLine).joined(separator: ", ")
  }

  private static func span(_ period: Period, zone: String?) -> String {
    let text = period.inclusiveText
    let zone = zone.map { " " + $0 } ?? ""
    return (text.start == text.end ? text.start : "\(text.start) to \(text.end)") + zone
  }

  private static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x80 }) || text.contains("  ") else { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
