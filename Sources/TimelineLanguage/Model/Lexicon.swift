import TimelineText

/// What the treebanks tell of single words; found by the hash of the word, which is trusted.
///
/// Open addressing, at most half full. `lexicon`: 16 bytes (hash; from the lowest bit on the word's number in
/// 15 bits, its cluster in 10, one more than its only tag in 7; possible tags as bits in UInt64). `inflections`: 16 bytes (hash of word and tag, start of the lemma,
/// count of the lemma as UInt16 where 0xFFFF is none, features as UInt16, a spare UInt32).
public struct Lexicon: Sendable {
  private let words: EmbeddedBytes
  private let inflections: EmbeddedBytes
  private let lemmas: EmbeddedBytes
  private let wordMask: Int
  private let inflectionMask: Int

  public init(_ model: LanguageModel) {
    words = model.part(.lexicon)
    inflections = model.part(.inflections)
    lemmas = model.part(.lemmaText)
    wordMask = words.count / 16 - 1
    inflectionMask = inflections.count / 16 - 1
  }

  struct Word {
    /// Number, cluster and certain tag.
    fileprivate let packed: UInt32
    let possibleTags: UInt64
    static let unknown = Word(packed: 0, possibleTags: 0)
  }

  /// No more words have a number, and no more clusters are told apart.
  public static let mostNumbers = 1 << 15
  public static let mostClusters = 1 << 10

  /// What a record holds of a word behind its hash.
  public static func record(number: UInt16, cluster: UInt16, certainTag: UInt8) -> UInt32 {
    UInt32(number) | UInt32(cluster) << 15 | UInt32(certainTag) << 25
  }

  /// What is known of a word; nothing for one not listed.
  @inline(__always)
  func word(_ hash: UInt32) -> Word {
    guard wordMask > 0 else { return .unknown }
    var slot = Int(hash) & wordMask
    while true {
      let record = words.base + slot * 16
      let found = record.loadUnaligned(as: UInt32.self)
      if found == hash {
        return Word(
          packed: record.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
          possibleTags: record.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      }
      if found == 0 { return .unknown }
      slot = (slot + 1) & wordMask
    }
  }

  struct Inflection {
    let lemma: Range<Int>?
    let features: UInt16
  }

  /// The lemma and the features of a word under a tag, where they are not the regular ones.
  func inflection(_ hash: UInt32, tag: UInt8) -> Inflection? {
    guard inflectionMask > 0 else { return nil }
    let key = Self.key(hash, tag: tag)
    var slot = Int(key) & inflectionMask
    while true {
      let offset = slot * 16
      let found = inflections.integer(at: offset, as: UInt32.self)
      if found == key {
        let start = Int(inflections.integer(at: offset + 4, as: UInt32.self))
        let count = Int(inflections.integer(at: offset + 8, as: UInt16.self))
        return Inflection(
          lemma: count == 0xFFFF ? nil : start..<start + count,
          features: inflections.integer(at: offset + 10, as: UInt16.self))
      }
      if found == 0 { return nil }
      slot = (slot + 1) & inflectionMask
    }
  }

  func lemma(_ range: Range<Int>) -> String { lemmas.string(range) }

  /// The key of a word under a tag; never 0.
  public static func key(_ hash: UInt32, tag: UInt8) -> UInt32 {
    let key = FeatureHash.of(77, hash, UInt32(tag))
    return key == 0 ? 1 : key
  }

  /// Fills in what the lexicon knows of a word.
  @inline(__always)
  public func complete(_ form: inout WordForm) {
    let word = word(form.key)
    form.number = UInt16(truncatingIfNeeded: word.packed & 0x7FFF)
    form.cluster = UInt16(truncatingIfNeeded: (word.packed >> 15) & 0x3FF)
    form.certainTag = UInt8(truncatingIfNeeded: word.packed >> 25)
    form.possibleTags = word.possibleTags
    // A word whose tags are not known goes by its cluster.
    form.ambiguity =
      word.possibleTags == 0
      ? UInt32(form.cluster)
      : UInt32(truncatingIfNeeded: word.possibleTags ^ (word.possibleTags >> 32) &* 0x9E37_79B9)
  }
}
