public import TimelineClaims
public import TimelineDates
public import TimelineTracking

/// Which tracked claims to list, and in what order.
///
/// A claim is selected by its standing mention (the date, relation and modality that hold)
/// and by all of its mentions (words, actors, places, sources, outlets). Conditions that are set must all hold.
/// Names (place, actor, source, outlet) are compared by whole words, whatever their case and diacritics;
/// spellings that are known as the same name (Kyiv, Kiev) find each other.
public struct ClaimQuery: Hashable, Sendable {
  /// Which claims are considered at all.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    /// Those with a date that are not hidden.
    case dated
    /// Those without a date that are not hidden.
    case undated
    /// Everything, hidden claims included.
    case all
  }

  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// By the first day of the period, then its last; claims without a date last.
    case date
    /// By the last day on which the event can take place; claims without a date last.
    case due
    /// By the newest publication that mentions the claim.
    case published
    /// By the number of mentions, most first.
    case mentions
    case title
    /// By how well the words of ``about`` fit; as ``date`` where there are none.
    case relevance
  }

  /// The day that statuses are told for; with ``asOf`` set, that day counts instead.
  public var now: DayNumber
  /// Only what was published by this day, tracked and with the status as on this day.
  public var asOf: DayNumber?
  public var scope: Scope
  /// The first day: claims whose period ends before it are left out.
  public var from: DayNumber?
  /// The last day: claims whose period begins after it are left out.
  public var to: DayNumber?
  /// Words that a quote, a title or a name must hold, all of them; `"…"` for a phrase, `word*` for a
  /// beginning.
  public var about: String?
  public var place: String?
  public var actor: String?
  /// Who says so in any mention.
  public var source: String?
  public var outlet: String?
  /// The key of an article that mentions the claim.
  public var article: String?
  /// What the user filed it under.
  public var tag: String?
  /// Claims with a mention that is linked in any of these ways; empty for all.
  public var links: Set<Link.Kind> = []
  /// Claims that an article published on this day or later mentions.
  public var toldSince: DayNumber?
  /// Any of these; empty for all.
  public var modalities: Set<Modality>
  /// Any of these; empty for all.
  public var statuses: Set<Status>
  /// Any of these; empty for all.
  public var relations: Set<Relation>
  /// The least confidence of what stands, 0 through 1; claims without one are kept. Nil for all.
  public var minConfidence: Double?
  public var order: Order
  /// Turns ``order`` round.
  public var isReversed: Bool
  /// At most so many claims; nil for all.
  public var limit: Int?
  /// Leaves out so many before the first.
  public var offset: Int

  public init(
    now: DayNumber, asOf: DayNumber? = nil, scope: Scope = .dated, from: DayNumber? = nil,
    to: DayNumber? = nil, about: String? = nil, place: String? = nil, actor: String? = nil,
    source: String? = nil, outlet: String? = nil, article: String? = nil, modalities: Set<Modality> = [],
    statuses: Set<Status> = [], relations: Set<Relation> = [], order: Order = .date,
    isReversed: Bool = false, limit: Int? = nil, offset: Int = 0
  ) {
    self.now = now
    self.asOf = asOf
    self.scope = scope
    self.from = from
    self.to = to
    self.about = about
    self.place = place
    self.actor = actor
    self.source = source
    self.outlet = outlet
    self.article = article
    self.modalities = modalities
    self.statuses = statuses
    self.relations = relations
    self.order = order
    self.isReversed = isReversed
    self.limit = limit
    self.offset = offset
  }

  /// The day that statuses are told for.
  public var day: DayNumber { asOf ?? now }
}
