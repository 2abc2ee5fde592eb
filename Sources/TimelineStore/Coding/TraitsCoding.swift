import TimelineClaims
import TimelineDates
import TimelineTracking

/// ``ArticleTraits`` as bytes: hashes in four bytes each, numbers as variable-length integers.
///
/// The publication stands in the article's row and is not repeated. The traits can always be made again
/// from the article's text and claims; bytes that cannot be read count as no traits at all.
enum TraitsCoding {
  static func encode(_ traits: ArticleTraits) -> [UInt8] {
    var writer = ByteWriter()
    writer.word(UInt32(truncatingIfNeeded: traits.key))
    writer.word(UInt32(truncatingIfNeeded: traits.key >> 32))
    writer.words(traits.outlet?.words ?? [])
    writer.words(traits.names)
    // Below zero, because quotations follow, which earlier builds did not write.
    writer.number(-1 - traits.mentions.count)
    writer.words(traits.quotations)
    for mention in traits.mentions { encode(mention, to: &writer) }
    return writer.bytes
  }

  private static func encode(_ mention: MentionTraits, to writer: inout ByteWriter) {
    writer.number(Int(mention.id))
    writer.number(mention.ordinal)
    writer.number(mention.trigger.lowerBound)
    writer.number(mention.trigger.count)
    writer.word(mention.event)
    writer.words(mention.classes)
    writer.names(mention.actors)
    writer.names(mention.places)
    writer.words(mention.source?.words ?? [])
    writer.words(mention.words)
    writer.word(mention.sentence)
    writer.word(mention.zone)
    writer.number(Relation.allCases.firstIndex(of: mention.relation) ?? 0)
    writer.number(Modality.allCases.firstIndex(of: mention.modality) ?? 0)
    var flags = 0
    if mention.isNegated { flags |= 1 }
    if mention.isConditional { flags |= 2 }
    if mention.tellsMove { flags |= 4 }
    if mention.period != nil { flags |= 8 }
    if mention.stated != nil { flags |= 16 }
    if mention.source != nil { flags |= 32 }
    if mention.isVague { flags |= 64 }
    if mention.isAnchored { flags |= 128 }
    if !mention.modifiers.isEmpty { flags |= 256 }
    if mention.kin != mention.classes { flags |= 512 }
    writer.number(flags)
    if mention.isAnchored { writer.word(mention.countedFrom) }
    if !mention.modifiers.isEmpty { writer.words(mention.modifiers) }
    if mention.kin != mention.classes { writer.words(mention.kin) }
    if let period = mention.period {
      writer.number(Int(period.start.seconds))
      writer.number(Int(period.end.seconds))
      writer.number(period.grain.rawValue)
    }
    if let stated = mention.stated { writer.number(Int(stated.value)) }
  }

  /// - Returns: nil where the bytes are damaged.
  static func decode(_ bytes: [UInt8], id: Int64, published: DocumentTime) -> ArticleTraits? {
    var reader = ByteReader(bytes: bytes)
    var traits = ArticleTraits(published: published)
    traits.id = id
    traits.key = UInt64(reader.word()) | UInt64(reader.word()) << 32
    let outlet = reader.words()
    traits.outlet = outlet.isEmpty ? nil : NameKey(words: outlet)
    traits.names = reader.words()
    var count = reader.number()
    if count < 0 {
      count = -1 - count
      traits.quotations = reader.words()
    }
    guard (0...bytes.count).contains(count) else { return nil }
    traits.mentions.reserveCapacity(count)
    for place in 0..<count {
      let mention = mention(&reader)
      // Mentions are looked up by their ordinals.
      guard mention.ordinal == place else { return nil }
      traits.mentions.append(mention)
    }
    return reader.isSound ? traits : nil
  }

  private static func mention(_ reader: inout ByteReader) -> MentionTraits {
    var mention = MentionTraits()
    mention.id = Int64(reader.number())
    mention.ordinal = reader.number()
    let start = min(max(0, reader.number()), 1 << 40)
    mention.trigger = start..<start + min(max(0, reader.number()), 1 << 40)
    mention.event = reader.word()
    mention.classes = reader.words()
    mention.actors = reader.names()
    mention.places = reader.names()
    let source = reader.words()
    mention.words = reader.words()
    mention.sentence = reader.word()
    mention.zone = reader.word()
    let (relation, modality) = (reader.number(), reader.number())
    if Relation.allCases.indices.contains(relation) { mention.relation = Relation.allCases[relation] }
    if Modality.allCases.indices.contains(modality) { mention.modality = Modality.allCases[modality] }
    let flags = reader.number()
    mention.isNegated = flags & 1 != 0
    mention.isConditional = flags & 2 != 0
    mention.tellsMove = flags & 4 != 0
    mention.isVague = flags & 64 != 0
    if flags & 128 != 0 { mention.countedFrom = max(1, reader.word()) }
    if flags & 256 != 0 { mention.modifiers = reader.words() }
    mention.kin = flags & 512 != 0 ? reader.words() : mention.classes
    if flags & 8 != 0 {
      let (start, end) = (LocalTime(stored: reader.number()), LocalTime(stored: reader.number()))
      let grain = Grain(rawValue: reader.number()) ?? .day
      if let start, let end {
        mention.period = Period(start: start, end: end, grain: grain)
      } else {
        reader.isSound = false
      }
    }
    if flags & 16 != 0 { mention.stated = DayNumber(clamping: reader.number()) }
    if flags & 32 != 0 { mention.source = NameKey(words: source) }
    return mention
  }
}

private struct ByteWriter {
  var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1024) }

  mutating func word(_ value: UInt32) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
    bytes.append(UInt8(truncatingIfNeeded: value >> 16))
    bytes.append(UInt8(truncatingIfNeeded: value >> 24))
  }

  /// A signed integer, seven bits a byte, the sign in the lowest bit (zigzag).
  mutating func number(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value << 1 ^ value >> 63))
    while rest >= 128 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func words(_ values: [UInt32]) {
    number(values.count)
    for value in values { word(value) }
  }

  mutating func names(_ values: [NameKey]) {
    number(values.count)
    for value in values { words(value.words) }
  }
}

private struct ByteReader {
  let bytes: [UInt8]
  var position = 0
  /// Whether nothing was read beyond the end.
  var isSound = true

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func byte() -> UInt8 {
    guard position < bytes.count else {
      isSound = false
      return 0
    }
    position += 1
    return bytes[position - 1]
  }

  mutating func word() -> UInt32 {
    UInt32(byte()) | UInt32(byte()) << 8 | UInt32(byte()) << 16 | UInt32(byte()) << 24
  }

  mutating func number() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let next = byte()
      value |= UInt64(next & 127) << shift
      if next < 128 { break }
      shift += 7
    }
    let half = Int64(bitPattern: value >> 1)
    return Int(value & 1 == 0 ? half : ~half)
  }

  mutating func words() -> [UInt32] {
    let count = number()
    guard count >= 0, count <= (bytes.count - position) / 4 else {
      isSound = false
      return []
    }
    return (0..<count).map { _ in word() }
  }

  mutating func names() -> [NameKey] {
    let count = number()
    guard count >= 0, count <= bytes.count - position else {
      isSound = false
      return []
    }
    return (0..<count).map { _ in NameKey(words: words()) }
  }
}
