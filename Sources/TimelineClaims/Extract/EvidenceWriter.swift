import TimelineDates
import TimelineLanguage
import TimelinePlaces
import TimelineText
import TimelineTimes

/// Names the rule or the words behind each field of a claim, a line each: the field, a colon, what decided.
struct EvidenceWriter {
  let clause: ClauseReader
  let draft: ClaimDraft
  let claim: Claim
  let document: Document
  /// The word that stands for the time; nil where the time stands in another sentence.
  let time: MaskedTime?

  /// - Parameters:
  ///   - rule: The rule that read the time, by file and line.
  ///   - attribution: Who is said to say so, with the clause of the verb of saying.
  func lines(rule: String, attribution: (SourceFinding, ClauseReader)?, isQuoted: Bool) -> [String] {
    [event, timeLine(rule), relation, modality] + polarity + source(attribution, isQuoted: isQuoted) + actors
      + places
  }

  private var word: Int { draft.attachment.word }

  private var event: String {
    "event: “\(clause.string(word))”, \(draft.attachment.reason); \(kind)"
  }

  private var kind: String {
    if clause.isVerb(word) { return "a verb" }
    if clause.isEvent(word) { return "a noun for an event" }
    if clause.isEvent(word, weak: true) { return "a noun that can name an event" }
    return "read from its place in the sentence"
  }

  private func timeLine(_ rule: String) -> String {
    guard let time = claim.time else { return "time: none" }
    let others = claim.resolution?.others.count ?? 0
    let open = others == 0 ? "" : ", one of \(others + 1) readings"
    return "time: “\(time.text)” by \(rule)\(open)"
  }

  private var relation: String {
    let first = draft.finding.tokens.lowerBound
    guard let words = time?.phrase, first >= words.count, words.count > 0 else {
      return "relation: \(claim.relation.rawValue), no words before the time say another"
    }
    let (tokens, text) = (document.tokens, document.text)
    let written = text.string(
      tokens[first - words.count].range.lowerBound..<tokens[first - 1].range.upperBound)
    return "relation: \(claim.relation.rawValue), from “\(written)”"
  }

  private var modality: String {
    let name = claim.modality.rawValue
    if draft.attachment.modality != nil { return "modality: \(name), from \(draft.attachment.reason)" }
    if !draft.modality.cue.isEmpty, draft.modality.modality == claim.modality {
      return "modality: \(name), from \(draft.modality.cue)"
    }
    return "modality: \(name), by the side of the publication day on which the time lies"
  }

  private var polarity: [String] {
    var lines: [String] = []
    if claim.isNegated {
      let negator = clause.clause(word)?.negator ?? first(.negator)
      lines.append("negation: " + (negator.map { "“\(clause.string($0))”" } ?? "by the verb that governs it"))
    }
    if claim.isConditional {
      let condition = clause.clause(word)?.condition ?? first(.condition)
      lines.append(
        "condition: " + (condition.map { "“\(clause.string($0))”" } ?? "by the clause that governs it"))
    }
    return lines
  }

  private func first(_ cue: ClauseCue) -> Int? {
    (0..<clause.count).first { clause.analysis.cues[$0].contains(cue) }
  }

  // MARK: Who says so

  private func source(_ found: (SourceFinding, ClauseReader)?, isQuoted: Bool) -> [String] {
    guard let (attribution, said) = found else {
      return claim.source == nil ? ["source: none is named, so the outlet itself"] : []
    }
    let verb = attribution.verb.map { "“\(said.string($0))”" }
    var lines: [String] = []
    if let source = claim.source {
      let ground =
        switch verb {
        case nil: "named by a citation"
        case let verb? where attribution.sentence != draft.sentence:
          "speaker of \(verb) in a sentence near by"
        case let verb? where isQuoted: "speaker of \(verb) by the quotation"
        case let verb?: "subject of \(verb)"
        }
      lines.append("source: \(source), \(ground)")
    } else if let verb {
      lines.append("source: \(verb) names none")
    }
    if claim.stated != nil {
      lines.append("stated: the time of \(verb ?? "what the same source said before")")
    }
    return lines
  }

  // MARK: Who and where

  private var actors: [String] {
    claim.actors.map { name in
      guard let word = head(of: name) else { return "actor: \(name), taken up from before" }
      return "actor: \(name), \(role(word))"
    }
  }

  private func role(_ word: Int) -> String {
    let verb = clause.head(word).map { " of “\(clause.string($0))”" } ?? ""
    switch clause.relation(word) {
    case .subject, .passiveSubject: return "subject" + verb
    case .object: return "object" + verb
    case .indirectObject: return "indirect object" + verb
    case .agent: return "doer" + verb
    case .possessive: return "possessor" + verb
    case .compound, .nominalModifier: return "named with" + verb.dropFirst(3)
    case .conjunct: return "joined with" + verb.dropFirst(3)
    default: return "by the clause"
    }
  }

  private var places: [String] {
    claim.places.map { name in
      let preposition = head(of: name, behindPlace: true).flatMap { clause.children($0, .caseMarker).first }
      let behind = preposition.map { "behind “\(clause.string($0))”" } ?? "by the clause"
      guard let reading = claim.placeReadings.first(where: { $0.text == name }) else {
        return "place: \(name), \(behind); not in the gazetteer"
      }
      return "place: \(name), \(behind); \(reading.place.description), \(reading.ground)"
    }
  }

  /// The word of a name's phrase, as it stands in the sentence, that ties it to the rest: of several such phrases
  /// the first behind a preposition of place, where that is asked for.
  private func head(of name: String, behindPlace: Bool = false) -> Int? {
    var found: Int?
    for start in 0..<clause.count where clause.firstByte(start) == name.utf8.first {
      guard name.utf8.starts(with: clause.string(start).utf8), let phrase = phrase(name, from: start) else {
        continue
      }
      let head = phrase.first { word in clause.head(word).map { !phrase.contains($0) } ?? true } ?? start
      let isPlace = clause.children(head, .caseMarker).contains {
        clause.cue($0, .place) != nil
      }
      if isPlace || !behindPlace { return head }
      if found == nil { found = head }
    }
    return found
  }

  /// The words from one on that make up a name.
  private func phrase(_ name: String, from start: Int) -> Range<Int>? {
    let longest = name.utf8.count
    for end in start + 1..<min(start + Self.longestName, clause.count) + 1 {
      let text = clause.string(start..<end)
      if text == name { return start..<end }
      if text.utf8.count > longest { return nil }
    }
    return nil
  }

  private static let longestName = 24
}
