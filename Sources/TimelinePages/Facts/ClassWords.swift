import CTimelineData
import TimelineText

/// What the `class` and `id` of an element tell of it: `data/pages/classes.tsv`.
struct ClassWords: Sendable {
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt16
    static let date = Kinds(rawValue: 1)
    static let byline = Kinds(rawValue: 2)
    static let bylineBox = Kinds(rawValue: 4)
    static let content = Kinds(rawValue: 8)
    static let drop = Kinds(rawValue: 16)
    static let remark = Kinds(rawValue: 32)
    static let list = Kinds(rawValue: 64)
    static let present = Kinds(rawValue: 128)
    static let published = Kinds(rawValue: 256)
    static let modified = Kinds(rawValue: 512)

    static let names: [String: Kinds] = [
      "date": .date, "byline": .byline, "byline-box": .bylineBox, "content": .content, "drop": .drop,
      "remark": .remark, "list": .list, "present": .present, "published": .published, "modified": .modified,
    ]
  }

  static let shared = ClassWords()
  private var table = WordTable()

  private init() {
    var kinds: [String: Kinds] = [:]
    for cells in PageData.rows(timeline_data_pages_classes()) where cells.count == 2 {
      for word in cells[1].split(separator: " ") {
        kinds[String(word), default: []].formUnion(Kinds.names[cells[0]] ?? [])
      }
    }
    for (word, kinds) in kinds { table.insert(Array(word.utf8), value: Int(kinds.rawValue)) }
  }

  /// The kinds of all parts of a name: `entry-date`, `entryDate`, `entry date`, `entrydate`.
  func kinds(_ name: ArraySlice<UInt8>) -> Kinds {
    var found: Kinds = []
    var start = name.startIndex
    var whole = name.startIndex
    func look(_ range: Range<Int>) {
      if range.count > 1, let value = table.find(name[range]) {
        found.formUnion(Kinds(rawValue: UInt16(value)))
      }
    }
    var index = name.startIndex
    while index <= name.endIndex {
      let byte = index < name.endIndex ? name[index] : 32
      let isLetter = byte | 0x20 &- 97 < 26
      let isHump = isLetter && byte < 97 && index > start && name[index - 1] >= 97
      if !isLetter || isHump {
        look(start..<index)
        start = isLetter ? index : index + 1
      }
      if !isLetter {
        if whole < index { look(whole..<index) }
        whole = index + 1
      }
      index += 1
    }
    return found
  }
}
