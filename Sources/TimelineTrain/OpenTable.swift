/// Records of 16 bytes in open addressing, at most half full: the key first, 0 for an empty slot.
struct OpenTable {
  private(set) var bytes: [UInt8]

  /// Entries with the same key: the first stands.
  init(_ entries: [(key: UInt32, value: [UInt8])]) {
    var slots = 16
    while slots < entries.count * 2 { slots *= 2 }
    bytes = [UInt8](repeating: 0, count: slots * 16)
    var used = Set<UInt32>()
    for (key, value) in entries where key != 0 && used.insert(key).inserted {
      var slot = Int(key) & (slots - 1)
      while bytes[slot * 16..<slot * 16 + 4].contains(where: { $0 != 0 }) { slot = (slot + 1) & (slots - 1) }
      var record: [UInt8] = []
      record.append(number: key)
      record += value.prefix(12)
      for (index, byte) in record.enumerated() { bytes[slot * 16 + index] = byte }
    }
  }
}
