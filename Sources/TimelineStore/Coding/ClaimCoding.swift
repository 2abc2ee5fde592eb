import TimelineClaims
import TimelineDates
import TimelinePlaces
import TimelineTimes

/// What of a claim has no column of its own: one compact JSON array, its fields in this order.
///
/// trigger (text, start, end), time (text, start, end) or null, term, resolution, conditional, stated,
/// actors, places, whether these are a choice, start and end of the quote, evidence, readings of the places, confidence in
/// hundredths or null.
enum ClaimBody {
  static func encode(_ claim: Claim) -> String {
    Atom.list([
      claim.trigger.atom, claim.time?.atom ?? .null, claim.term?.atom ?? .null,
      claim.resolution?.atom ?? .null,
      .bool(claim.isConditional), claim.stated?.atom ?? .null, .texts(claim.actors), .texts(claim.places),
      .bool(claim.placesAreAlternatives), .int(claim.quote.span.lowerBound),
      .int(claim.quote.span.upperBound),
      .texts(claim.evidence), .list(claim.placeReadings.map(\.atom)),
      .optional(claim.confidence.map { Int(($0 * 100).rounded()) }),
    ]).json
  }

  /// The claim from its body and its columns; nil where the body is damaged.
  static func decode(
    _ json: String, event: String, relation: Relation, modality: Modality, isNegated: Bool, source: String?,
    title: String, quote: String
  ) -> Claim? {
    guard let body = Atom(json: json), let trigger = Passage(body[0]) else { return nil }
    let quoted = Passage.span(body[9], body[10]) ?? 0..<0
    return Claim(
      trigger: trigger, event: event, time: Passage(body[1]), term: TimeTerm(body[2]),
      resolution: Resolution(body[3]), relation: relation, modality: modality, isNegated: isNegated,
      isConditional: body[4].bool ?? false, source: source, stated: Period(body[5]), actors: body[6].texts,
      places: body[7].texts, placesAreAlternatives: body[8].bool ?? false,
      placeReadings: (body[12].list ?? []).compactMap { PlaceReading($0) },
      quote: Passage(text: quote, span: quoted), title: title,
      evidence: body[11].texts, confidence: confidence(body[13]))
  }
}

extension ClaimBody {
  /// Nil for a damaged one.
  private static func confidence(_ atom: Atom) -> Double? {
    guard let hundredths = atom.int, (0...100).contains(hundredths) else { return nil }
    return Double(hundredths) / 100
  }
}

extension Passage {
  fileprivate var atom: Atom { .list([.text(text), .int(span.lowerBound), .int(span.upperBound)]) }

  fileprivate init?(_ atom: Atom) {
    guard let text = atom[0].text, let span = Self.span(atom[1], atom[2]) else { return nil }
    self.init(text: text, span: span)
  }

  /// Offsets in an article's text; nil for such as no text has.
  fileprivate static func span(_ start: Atom, _ end: Atom) -> Range<Int>? {
    guard let start = start.int, let end = end.int, 0 <= start, start <= end, end <= Int(Int32.max)
    else { return nil }
    return start..<end
  }
}
