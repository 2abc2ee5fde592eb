public import TimelineClaims

/// An event of the timeline: every mention of it, how they stand to one another, and what came of it.
public struct TrackedClaim: Hashable, Sendable, Codable, Identifiable {
  /// Stable as long as the event's first mention stays; never derived from its date.
  public var id: Int64
  /// The same for calendars: survives a rebuild.
  public var uid: String
  /// The mentions in order of publication, each with its link.
  public var mentions: [LinkedMention]
  /// The mention that stands: the newest date given for the event, the most exact where several agree, and
  /// the report where the event took place. An index into ``mentions``.
  public var standing: Int
  /// As on the day that was asked about.
  public var status: Status
  public var verdict: Verdict?
  /// The name that the user gave it; nil where it goes by the claim's own title.
  public var name: String?
  /// What the user filed it under, in order of the alphabet.
  public var tags: [String]
  /// Whether the user took it out of the usual listing.
  public var isHidden: Bool
  /// How often the user settled or named it, taking back included: this never falls.
  public var decisions: Int

  public init(
    id: Int64, uid: String, mentions: [LinkedMention], standing: Int, status: Status,
    verdict: Verdict? = nil,
    name: String? = nil, tags: [String] = [], isHidden: Bool = false, decisions: Int = 0
  ) {
    self.decisions = decisions
    self.id = id
    self.uid = uid
    self.mentions = mentions
    self.standing = standing
    self.status = status
    self.verdict = verdict
    self.name = name
    self.tags = tags
    self.isHidden = isHidden
  }
}

/// A mention and its link to an earlier one.
public struct LinkedMention: Hashable, Sendable, Codable {
  public var mention: Mention
  public var link: Link

  public init(mention: Mention, link: Link) {
    self.mention = mention
    self.link = link
  }
}

extension TrackedClaim {
  /// What it is called: by the user, else after what stands.
  public var title: String { name ?? current?.title ?? "" }

  /// The claim that stands; nil only where a timeline was damaged and no mention is left.
  public var current: Claim? {
    mentions.indices.contains(standing) ? mentions[standing].mention.claim : mentions.last?.mention.claim
  }
}
