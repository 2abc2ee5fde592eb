/// Sums of the network's input layer for frequent words, worked out ahead: the same numbers, sooner.
///
/// The part of the file: the count of slots and of rows (UInt32), from byte 64 on the slots (key and row,
/// UInt32 each; open addressing, at most half full, key 0 for none), from the next multiple of 64 on the
/// rows of Int32.
public struct ReadyRows: @unchecked Sendable {
  // Unchecked: the rows lie in bytes that are never written nor freed.

  /// No more words are made ready.
  public static let most = 1536

  private let slots: UnsafePointer<UInt32>
  private let rows: UnsafePointer<Int32>
  private let mask: Int
  private let width: Int

  init(_ bytes: EmbeddedBytes, width: Int) {
    let slotCount = Int(bytes.integer(at: 0, as: UInt32.self))
    let rowCount = Int(bytes.integer(at: 4, as: UInt32.self))
    let start = 64 + (slotCount * 8 + 63) / 64 * 64
    let isSound =
      slotCount > 0 && slotCount & (slotCount - 1) == 0 && rowCount * 2 <= slotCount
      && start + rowCount * width * 4 <= bytes.count
    slots = (isSound ? bytes.base + 64 : bytes.base).assumingMemoryBound(to: UInt32.self)
    rows = (isSound ? bytes.base + start : bytes.base).assumingMemoryBound(to: Int32.self)
    mask = isSound ? slotCount - 1 : -1
    self.width = width
  }

  /// The sums of a word as spelt and tagged, or nil.
  @inline(__always)
  func row(_ form: WordForm, tag: UInt8) -> UnsafePointer<Int32>? {
    guard mask >= 0 else { return nil }
    let key = Self.key(form, tag: tag)
    var slot = Int(key) & mask
    while slots[slot &* 2] != 0 {
      if slots[slot &* 2] == key { return rows + Int(slots[slot &* 2 &+ 1]) &* width }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// Never 0.
  @inline(__always)
  public static func key(_ form: WordForm, tag: UInt8) -> UInt32 {
    FeatureHash.of(79, form.key, form.shape, UInt32(tag)) | 1
  }

  /// The part of a model file for words, the most frequent first.
  public static func bytes(for words: [(form: WordForm, tag: UInt8)], _ model: LanguageModel) -> [UInt8] {
    guard let network = SentenceNetwork(model) else { return [] }
    let slotCount = 4096
    var slots = [UInt32](repeating: 0, count: slotCount * 2)
    var rows: [Int32] = []
    for (number, word) in words.prefix(most).enumerated() {
      let key = key(word.form, tag: word.tag)
      var slot = Int(key) & (slotCount - 1)
      while slots[slot * 2] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot * 2] = key
      slots[slot * 2 + 1] = UInt32(number)
      rows += network.inputSums(word.form, tag: word.tag)
    }
    var bytes: [UInt8] = []
    func put(_ number: UInt32) {
      for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    put(UInt32(slotCount))
    put(UInt32(min(words.count, most)))
    bytes += [UInt8](repeating: 0, count: 56)
    for number in slots { put(number) }
    for number in rows { put(UInt32(bitPattern: number)) }
    return bytes
  }
}
