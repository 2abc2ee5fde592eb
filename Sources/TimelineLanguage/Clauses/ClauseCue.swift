import CTimelineData
import TimelineText

/// The classes of words that the clause analysis goes by, as bits.
public struct ClauseCue: OptionSet, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// Written out, since other modules call the derived one through the table of the protocol.
  @inlinable public init(arrayLiteral cues: ClauseCue...) {
    self.init(rawValue: cues.reduce(0) { $0 | $1.rawValue })
  }

  public static let be = ClauseCue(rawValue: 1 << 0)
  public static let have = ClauseCue(rawValue: 1 << 1)
  public static let does = ClauseCue(rawValue: 1 << 2)
  public static let will = ClauseCue(rawValue: 1 << 3)
  public static let would = ClauseCue(rawValue: 1 << 4)
  public static let modal = ClauseCue(rawValue: 1 << 5)
  public static let to = ClauseCue(rawValue: 1 << 6)
  public static let future = ClauseCue(rawValue: 1 << 7)
  public static let purpose = ClauseCue(rawValue: 1 << 8)
  public static let negator = ClauseCue(rawValue: 1 << 9)
  public static let no = ClauseCue(rawValue: 1 << 10)
  public static let nobody = ClauseCue(rawValue: 1 << 11)
  public static let failing = ClauseCue(rawValue: 1 << 12)
  public static let without = ClauseCue(rawValue: 1 << 13)
  public static let condition = ClauseCue(rawValue: 1 << 14)
  public static let inverted = ClauseCue(rawValue: 1 << 15)
  public static let relative = ClauseCue(rawValue: 1 << 16)
  public static let keepsSubject = ClauseCue(rawValue: 1 << 17)
  public static let speech = ClauseCue(rawValue: 1 << 18)
  public static let moves = ClauseCue(rawValue: 1 << 19)

  static let classes: [String: ClauseCue] = [
    "be": .be, "have": .have, "do": .does, "will": .will, "would": .would, "modal": .modal, "to": .to,
    "future": .future, "purpose": .purpose, "negator": .negator, "no": .no, "nobody": .nobody,
    "failing": .failing, "without": .without, "if": .condition, "inverted": .inverted, "relative": .relative,
    "keeps-subject": .keepsSubject, "speech": .speech, "moves": .moves,
  ]
}

/// The words of each class, from `clauses.tsv`. A wrong row is left out and told among the mistakes.
public struct ClauseCues: Sendable {
  private var words = WordTable()
  public private(set) var mistakes: [DataMistake] = []

  public init(_ file: DataFile) {
    var cues: [String: ClauseCue] = [:]
    var order: [String] = []
    for (line, cells) in file.rows {
      guard let cue = ClauseCue.classes[String(cells[0])] else {
        let classes = ClauseCue.classes.keys.sorted().joined(separator: ", ")
        mistakes.append(file.fault(line, cell: 0, "expected one of \(classes)"))
        continue
      }
      guard cells.count == 2, !cells[1].isEmpty else {
        mistakes.append(file.fault(line, cell: 1, "expected words behind the class"))
        continue
      }
      for word in cells[1].split(separator: " ").map(String.init) {
        if cues[word] == nil { order.append(word) }
        cues[word, default: []].insert(cue)
      }
    }
    for word in order { words.insert(word.utf8, value: Int(cues[word]?.rawValue ?? 0)) }
  }

  /// English, from `data/en/clauses.tsv`.
  public static let english = ClauseCues(DataFile("data/en/clauses.tsv", timeline_data_clauses()))

  public func cues(of word: Int, in sentence: ParsedSentence) -> ClauseCue {
    ClauseCue(rawValue: UInt32(sentence.find(word, in: words) ?? 0))
  }
}
