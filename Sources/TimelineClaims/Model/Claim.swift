public import TimelineDates
public import TimelinePlaces
public import TimelineTimes

/// One event that a text places at, before, after or during one time.
public struct Claim: Hashable, Sendable, Codable {
  /// The one word that names the event.
  public var trigger: Passage
  /// The dictionary form of the trigger, in small letters: `meet`, `election`.
  public var event: String
  /// The time expression as written; nil for an undated claim.
  public var time: Passage?
  /// What its words say; nil for an undated claim.
  public var term: TimeTerm?
  /// What they mean on the publication day; nil for an undated claim.
  public var resolution: Resolution?
  public var relation: Relation
  public var modality: Modality
  /// Whether the text says that the event did or will not take place.
  public var isNegated: Bool
  /// Whether it stands under an if, unless or provided that.
  public var isConditional: Bool
  /// Who the text says says so, by the shortest name or phrase; nil where the outlet says it itself.
  public var source: String?
  /// When the source said it, where the text dates that.
  public var stated: Period?
  /// Who does or undergoes it, as named in the clause.
  public var actors: [String]
  public var places: [String]
  /// Whether the places are a choice (`in Miami or Abu Dhabi`).
  public var placesAreAlternatives: Bool
  /// What the gazetteer knows of ``places``; those that it does not know are left out.
  public var placeReadings: [PlaceReading]
  /// The sentence.
  public var quote: Passage
  /// One line that tells the claim.
  public var title: String
  /// Why each field is as it is, a line each.
  public var evidence: [String]
  /// How likely the claim is right, from 0.01 through 0.99: an event that the text places at this time, with
  /// this relation, modality and polarity. Nil for a claim that was stored before there was one.
  public var confidence: Double?

  public init(
    trigger: Passage, event: String, time: Passage? = nil, term: TimeTerm? = nil,
    resolution: Resolution? = nil, relation: Relation = .on, modality: Modality = .happened,
    isNegated: Bool = false, isConditional: Bool = false, source: String? = nil, stated: Period? = nil,
    actors: [String] = [], places: [String] = [], placesAreAlternatives: Bool = false,
    placeReadings: [PlaceReading] = [], quote: Passage, title: String, evidence: [String] = [],
    confidence: Double? = nil
  ) {
    self.trigger = trigger
    self.event = event
    self.time = time
    self.term = term
    self.resolution = resolution
    self.relation = relation
    self.modality = modality
    self.isNegated = isNegated
    self.isConditional = isConditional
    self.source = source
    self.stated = stated
    self.actors = actors
    self.places = places
    self.placesAreAlternatives = placesAreAlternatives
    self.placeReadings = placeReadings
    self.quote = quote
    self.title = title
    self.evidence = evidence
    self.confidence = confidence
  }
}

extension Claim {
  /// The period that the time expression names; nil for a claim without a date.
  public var period: Period? { resolution?.chosen?.period }

  /// The zone that a clock time is told in; nil where the text names none.
  public var zone: String? { resolution?.chosen?.zone }

  /// How many minutes east of UTC the clock of ``zone`` stands at the claim's first moment; nil without a clock
  /// time, and for a zone of several meanings.
  public var zoneOffset: Int? {
    guard let period, period.grain.isClock, let zone else { return nil }
    return ZoneTable.english.offset(of: zone, at: period.start)
  }

  /// The place on the map that is surest to be the claim's: the only one of its places that is a point, or the
  /// first of several that are no choice; nil without one.
  public var point: GeoPlace? {
    let points = placeReadings.map(\.place).filter { $0.latitude != nil && $0.longitude != nil }
    return placesAreAlternatives && points.count > 1 ? nil : points.first
  }

  /// The last day on which the event can take place as claimed: the period's last day for `by` and
  /// `until`, the day before its first for `before`; nil for other relations.
  public var due: DayNumber? {
    guard let period else { return nil }
    switch relation {
    case .by, .until: return period.lastDay
    case .before: return period.firstDay - 1
    case .on, .after, .from, .throughout, .around: return nil
    }
  }
}

/// A stretch of an article: the words and where they stand.
public struct Passage: Hashable, Sendable, Codable {
  public var text: String
  /// Unicode scalar offsets into the article's text, end exclusive.
  public var span: Range<Int>

  public init(text: String, span: Range<Int>) {
    self.text = text
    self.span = span
  }
}
