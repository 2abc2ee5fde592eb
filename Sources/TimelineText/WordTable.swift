/// A table from words to numbers, looked up by the hash that a token carries and checked byte by byte.
///
/// Open addressing, at most half full. Look-up costs no allocation.
public struct WordTable: Sendable {
  private struct Slot {
    var hash: UInt32 = 0
    var start: UInt32 = 0
    var count: UInt16 = 0
    var value: Int32 = -1
  }

  private var slots: [Slot]
  /// For each hash, its lowest bits left out, whether a word may have it: what tells most words that are not
  /// listed, in a little memory.
  @usableFromInline private(set) var filter: [UInt64]
  private var bytes: [UInt8] = []
  public private(set) var count = 0

  public init() {
    slots = Array(repeating: Slot(), count: 16)
    filter = Array(repeating: 0, count: slots.count / Self.slotsPerFilter)
  }

  /// Slots that a number of the filter stands for: 16 bits each.
  private static let slotsPerFilter = 4

  /// Whether a word with a hash may be listed.
  @inlinable @inline(__always)
  public func mayHold(_ hash: UInt32) -> Bool {
    filter.withUnsafeBufferPointer { filter in
      filter[Int(hash >> 12) & (filter.count - 1)] >> UInt64(hash >> 6 & 63) & 1 != 0
    }
  }

  /// Adds a lower-case word; a word that stands already keeps its first value. Values are 0 or more.
  public mutating func insert(_ word: some Collection<UInt8>, value: Int) {
    guard !word.isEmpty, word.count <= UInt16.max, find(word) == nil else { return }
    if (count + 1) * 2 > slots.count { grow() }
    var hash = ByteHash.seed
    for byte in word { hash = ByteHash.adding(byte, to: hash) }
    place(
      Slot(hash: hash, start: UInt32(bytes.count), count: UInt16(word.count), value: Int32(clamping: value)))
    bytes.append(contentsOf: word)
    count += 1
  }

  /// The value of a word, whatever the case of its ASCII letters.
  public func find(_ word: some Collection<UInt8>) -> Int? {
    var hash = ByteHash.seed
    for byte in word { hash = ByteHash.adding(byte, to: hash) }
    var index = Int(hash) & (slots.count - 1)
    while slots[index].value >= 0 {
      let slot = slots[index]
      if slot.hash == hash, Int(slot.count) == word.count,
        zip(bytes[Int(slot.start)...], word).allSatisfy({ $0 == ByteHash.folded($1) })
      {
        return Int(slot.value)
      }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The value of a word within other bytes, whatever the case of its ASCII letters.
  public func find(_ word: ArraySlice<UInt8>) -> Int? {
    word.withUnsafeBufferPointer { word in
      var hash = ByteHash.seed
      for byte in word { hash = ByteHash.adding(byte, to: hash) }
      var index = Int(hash) & (slots.count - 1)
      while slots[index].value >= 0 {
        let slot = slots[index]
        if slot.hash == hash, Int(slot.count) == word.count {
          var place = 0
          while place < word.count, bytes[Int(slot.start) + place] == ByteHash.folded(word[place]) {
            place += 1
          }
          if place == word.count { return Int(slot.value) }
        }
        index = (index + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  /// The value of a token, or nil.
  ///
  /// The token's hash is trusted for spotting a candidate; its bytes are then compared, a typographic
  /// apostrophe standing for the plain one.
  @inlinable @inline(__always)
  public func find(_ token: Token, in text: borrowing Span<UInt8>) -> Int? {
    mayHold(token.hash) ? found(token, in: text) : nil
  }

  /// The same for a token that may be listed.
  @usableFromInline
  func found(_ token: Token, in text: borrowing Span<UInt8>) -> Int? {
    slots.withUnsafeBufferPointer { slots in
      var index = Int(token.hash) & (slots.count - 1)
      while slots[index].value >= 0 {
        if slots[index].hash == token.hash, matches(slots[index], token, text) {
          return Int(slots[index].value)
        }
        index = (index + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  @inline(__always)
  private func matches(_ slot: Slot, _ token: Token, _ text: borrowing Span<UInt8>) -> Bool {
    let word = bytes.span.extracting(Int(slot.start)..<Int(slot.start) + Int(slot.count))
    var read = Int(token.start)
    if token.count == word.count {
      // The same length: a plain apostrophe, if any.
      let written = text.extracting(token.range)
      var place = 0
      while place < word.count, ByteHash.folded(written[unchecked: place]) == word[unchecked: place] {
        place &+= 1
      }
      if place == word.count { return true }
    }
    for place in word.indices {
      let byte = word[place]
      guard read < Int(token.end) else { return false }
      var found = ByteHash.folded(text[read])
      read += 1
      if found == 0xE2, read + 1 < Int(token.end), text[read] == 0x80, text[read + 1] == 0x99 {
        found = 39
        read += 2
      }
      guard found == byte else { return false }
    }
    return read == Int(token.end)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    filter = Array(repeating: 0, count: slots.count / Self.slotsPerFilter)
    for slot in old where slot.value >= 0 { place(slot) }
  }

  private mutating func place(_ slot: Slot) {
    var index = Int(slot.hash) & (slots.count - 1)
    while slots[index].value >= 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
    filter[Int(slot.hash >> 12) & (filter.count - 1)] |= 1 << UInt64(slot.hash >> 6 & 63)
  }
}
