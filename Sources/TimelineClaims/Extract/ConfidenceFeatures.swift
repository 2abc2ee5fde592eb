import TimelineDates
import TimelineLanguage
import TimelineText
import TimelineTimes

/// What speaks for and against a claim as it was made: how its event was read, how its time hangs on it, how
/// plain the time is, what decided the modality.
struct ConfidenceFeatures {
  private(set) var features: [(name: String, value: Double)] = [("bias", 1)]

  private mutating func add(_ name: String, if holds: Bool = true) {
    if holds { features.append((name, 1)) }
  }

  private mutating func add(_ name: String, _ value: Double) {
    if value != 0 { features.append((name, value)) }
  }

  init(
    _ claim: Claim, _ draft: ClaimDraft, time: Int?, sentence: Sentence, isQuoted: Bool,
    _ clause: ClauseReader
  ) {
    event(draft, clause)
    if let time { attachment(from: time, draft, clause) }
    add("length", Double(min(clause.count, 60)) / 60)
    add("times", Double(min(clause.masked.times.count - 1, 3)))
    add("heading", if: sentence.kind == .heading)
    add("item", if: sentence.kind == .item)
    resolution(claim)
    add("relation-\(claim.relation.rawValue)", if: claim.relation != .on)
    add("modality-\(claim.modality.rawValue)")
    add("no-cue", if: draft.modality.modality == nil && draft.attachment.modality == nil)
    add("present", if: draft.modality.isPresent)
    add("looks-back", if: draft.modality.looksBack)
    add("negated", if: claim.isNegated)
    add("conditional", if: claim.isConditional)
    add("said", if: claim.source != nil)
    add("stated", if: claim.stated != nil)
    add("quoted", if: isQuoted)
    add("placed", if: !claim.places.isEmpty)
    add("no-actor", if: claim.actors.isEmpty)
  }

  // MARK: The event

  private mutating func event(_ draft: ClaimDraft, _ clause: ClauseReader) {
    let word = draft.attachment.word
    if clause.isVerb(word) {
      add("verb")
      add("verb-not-finite", if: !clause.isFinite(word))
      add("verb-without-subject", if: clause.subject(word) == nil)
    } else if clause.isEvent(word) {
      add("event-noun")
    } else if clause.isEvent(word, weak: true) {
      add("weak-noun")
    } else {
      add("other-word")
    }
    switch clause.relation(word) {
    case .root: add("at-root")
    case .relativeClause, .clausalModifier: add("in-relative-clause")
    case .adverbialClause: add("in-adverbial-clause")
    case .clausalComplement, .openComplement: add("in-complement")
    case .conjunct: add("in-conjunct")
    case .parataxis: add("in-parataxis")
    default: break
    }
    add("label", if: draft.attachment.isLabelled)
    add("framed", if: draft.attachment.modality != nil)
  }

  // MARK: Where the time hangs

  private mutating func attachment(from time: Int, _ draft: ClaimDraft, _ clause: ClauseReader) {
    let word = draft.attachment.word
    var current = time
    var hops: Int?
    for hop in 1...TimeAttacher.mostHops {
      guard let head = clause.head(current) else { break }
      if head == word {
        hops = hop
        break
      }
      current = head
    }
    switch hops {
    case 1: add("hangs-directly")
    case 2: add("hangs-at-two")
    case nil: add("hangs-elsewhere")
    default: add("hangs-far")
    }
    add("time-first", if: time < word)
    let between = min(time, word) + 1..<max(time, word, min(time, word) + 1)
    add("distance", Double(min(between.count, 20)) / 20)
    add("verbs-between", Double(min(between.count { clause.isVerb($0) }, 3)))
    add("time-as-subject", if: [.subject, .passiveSubject, .object].contains(clause.relation(time)))
    add(
      "time-as-modifier",
      if: [.compound, .adjectivalModifier, .possessive, .flat].contains(clause.relation(time)))
  }

  // MARK: The time

  private mutating func resolution(_ claim: Claim) {
    guard let resolution = claim.resolution, let reading = resolution.chosen else {
      add("undated")
      return
    }
    switch reading.period.grain {
    case .second, .minute, .hour: add("clock")
    case .dayPart, .day: break
    case .weekend, .week: add("week")
    case .month, .season, .quarter, .half: add("months")
    case .year, .decade, .century, .millennium: add("years")
    }
    add("ambiguous", if: !resolution.others.isEmpty)
    add("inexact", if: reading.exactness != .exact)
    let term = claim.term?.description ?? ""
    add("operator-\(term.prefix { $0 != "(" })")
    add("refers-back", if: term.contains("previous") || term.contains("spoken"))
    add("named", if: term.contains("named("))
  }
}
