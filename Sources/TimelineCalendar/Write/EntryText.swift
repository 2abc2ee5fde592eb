import TimelineClaims
import TimelineDates
import TimelineTracking

/// The words of an entry: its summary and its description.
struct EntryText {
  /// How many articles, and how many changes, are told of; a claim may have hundreds.
  static let mostSources = 20
  static let mostChanges = 40

  let tracked: TrackedClaim
  let claim: Claim
  let revisions: ClaimRevisions

  /// The title, with what a reader of the bare calendar must know before it: many programs hide the status.
  ///
  /// - Parameter isTimeHidden: Whether the entry stands on a day, but the claim tells more closely, or less so.
  func summary(isTimeHidden: Bool) -> String {
    let mark =
      if tracked.isCalledOff {
        "[CANCELLED] "
      } else if tracked.status == .missed {
        "[MISSED] "
      } else if revisions.moved != 0 {
        "[MOVED \(revisions.moved > 0 ? "+" : "-")\(abs(revisions.moved))d] "
      } else {
        ""
      }
    let relation =
      switch claim.relation {
      case .by, .before: "Due: "
      case .until: "Ends: "
      case .from: "From: "
      case .after: "After: "
      case .on, .throughout, .around: ""
      }
    return mark + relation + tracked.title + (isTimeHidden ? time : "")
  }

  /// ` (16:45 ET)`, or the days of a vague period.
  private var time: String {
    guard let period = claim.period else { return "" }
    let text = period.grain.isClock ? "\(period.inclusiveText.start.suffix(5))" : Self.span(period, zone: nil)
    return " (" + text + (claim.zone.map { " " + $0 } ?? "") + ")"
  }

  /// The quote, the sources, how the date was worked out, the history.
  func writeDescription(to text: inout [UInt8]) {
    text += "\u{201C}".utf8
    Self.add(claim.quote.text, to: &text)
    text += "\u{201D}\n\nTold as: ".utf8
    if claim.isNegated { text += "not ".utf8 }
    text += claim.modality.rawValue.utf8
    if claim.isConditional { text += ", under a condition".utf8 }
    if let source = claim.source {
      text += "\nSaid by: ".utf8
      Self.add(source, to: &text)
    }
    if let stated = claim.stated { text += "\nSaid on: \(Self.span(stated, zone: nil))".utf8 }
    writeTime(to: &text)
    if let verdict = tracked.verdict { write(verdict, to: &text) }
    if !tracked.tags.isEmpty { text += "\nTags: \(tracked.tags.joined(separator: ", "))".utf8 }
    writeSources(to: &text)
    writeHistory(to: &text)
  }

  private func writeTime(to text: inout [UInt8]) {
    guard let period = claim.period else { return }
    text += "\nTime: ".utf8
    if let time = claim.time {
      text += "\u{201C}".utf8
      Self.add(time.text, to: &text)
      text += "\u{201D}: ".utf8
    }
    text += claim.relation.rawValue.utf8
    text.append(UInt8(ascii: " "))
    text += Self.span(period, zone: claim.zone).utf8
    for step in claim.resolution?.chosen?.steps ?? [] {
      text += "\n  ".utf8
      Self.add(step, to: &text)
    }
  }

  private func write(_ verdict: Verdict, to text: inout [UInt8]) {
    text += "\nSettled: \(verdict.status.rawValue)".utf8
    if let day = verdict.day { text += " on \(CivilDate(day))".utf8 }
    guard let note = verdict.note else { return }
    text += ", ".utf8
    Self.add(note, to: &text)
  }

  private func writeSources(to text: inout [UInt8]) {
    var told: Set<String> = []
    let articles =
      tracked.mentions.count == 1
      ? tracked.mentions.map(\.mention.article)
      : tracked.mentions.map(\.mention.article).filter { told.insert($0.key).inserted }
    text += (articles.count == 1 ? "\n\nSource:" : "\n\nSources:").utf8
    for article in articles.prefix(Self.mostSources) {
      text += "\n- \(CivilDate(article.published.day)), ".utf8
      Self.add(article.outlet ?? article.key, to: &text)
      if let title = article.title {
        text += ", \u{201C}".utf8
        Self.add(title, to: &text)
        text += "\u{201D}".utf8
      }
      if let url = article.url {
        text += ", ".utf8
        Self.add(url, to: &text)
      }
    }
    let more = articles.count - Self.mostSources
    if more > 0 { text += "\n- and \(more) more".utf8 }
  }

  /// What changed: the first date, and each mention that did not only repeat.
  private func writeHistory(to text: inout [UInt8]) {
    let changes = tracked.mentions.filter { $0.link.kind != .same && $0.link.kind != .derived }
    guard changes.count > 1 else { return }
    text += "\n\nHistory:".utf8
    let left = changes.count - Self.mostChanges
    for (index, linked) in changes.enumerated() where index == 0 || index > left {
      if index > 0, index == left + 1 { text += "\n- \(left) changes in between".utf8 }
      let (article, claim) = (linked.mention.article, linked.mention.claim)
      text += "\n- \(CivilDate(article.published.day)), ".utf8
      Self.add(article.outlet ?? article.key, to: &text)
      text += ": ".utf8
      Self.add(linked.link.reason, to: &text)
      guard let period = claim.period else { continue }
      text += " (\(claim.isNegated ? "not " : "")\(claim.relation.rawValue) ".utf8
      text += Self.span(period, zone: claim.zone).utf8
      text.append(UInt8(ascii: ")"))
    }
  }

  private static func span(_ period: Period, zone: String?) -> String {
    let text = period.inclusiveText
    let zone = zone.map { " " + $0 } ?? ""
    return (text.start == text.end ? text.start : "\(text.start) to \(text.end)") + zone
  }

  /// Adds words in one line: stretches of white space and controls become a blank.
  private static func add(_ words: String, to text: inout [UInt8]) {
    var words = words
    words.withUTF8 { octets in
      var isBlank = false
      let isPlain = octets.allSatisfy { octet in
        defer { isBlank = octet == 0x20 }
        return octet > 0x20 || octet == 0x20 && !isBlank
      }
      if isPlain {
        text += octets
        return
      }
      isBlank = false
      for octet in octets {
        if octet > 0x20 || octet == 0x20 && !isBlank {
          text.append(octet)
        } else if !isBlank {
          text.append(0x20)
        }
        isBlank = octet <= 0x20
      }
    }
  }
}

extension TrackedClaim {
  /// Whether it will not take place on the date that stands.
  var isCalledOff: Bool {
    status == .cancelled || status == .superseded
      || status != .happened && status != .missed && current?.modality == .cancelled
  }
}
