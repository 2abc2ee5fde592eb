/// What a text says that somebody says, thinks or wants: who, by which words, and what.
public struct Attribution: Hashable, Sendable, Codable {
  /// The words for the source as written, a pronoun included; nil where the text names none (`is expected`).
  public var source: Passage?
  /// The source's name, a pronoun or short form resolved where that is known.
  public var name: String?
  /// The words that attribute: `said`, `according to`.
  public var cue: Passage
  /// What is attributed, in the order of the text; speech that runs over several sentences has several.
  public var content: [Passage]
  /// Whether it stands within what is attributed to somebody else: `an official told X that Y had promised …`.
  public var isNested: Bool

  public init(
    source: Passage?, name: String?, cue: Passage, content: [Passage], isNested: Bool = false
  ) {
    self.source = source
    self.name = name
    self.cue = cue
    self.content = content
    self.isNested = isNested
  }
}
