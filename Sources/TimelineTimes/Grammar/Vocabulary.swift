import TimelineLanguage
import TimelineText

/// The words that time expressions are made of, each with the classes that it can stand for.
///
/// Filled from `lexicon.tsv`: word or phrase, class, value, and optionally how it must be written
/// (`capital`, `small`). Literal words of the rules join it when the rules are read.
struct Vocabulary: Sendable {
  /// One way to read a word or a phrase.
  struct Entry: Sendable {
    var symbol: Symbol
    var value: RuleValue
    var spelling: Spelling
    /// The words after the first, by number; empty for a single word.
    var rest: [Int32]
  }

  /// Classes of words that never make a time expression by themselves.
  private static let helpers: Set<Substring> = [
    "ENDING", "HELPER", "EDGE", "POSSESSIVE", "LASTING", "HAPPENING", "HAPPENINGKIND", "OCCURRENCE",
  ]

  /// What letters behind digits make of them.
  enum Ending: String { case ordinal, plural, hour }

  /// The ending that letters right behind digits are, of the class `ENDING`.
  func ending(_ letters: Token, in text: borrowing Span<UInt8>) -> Ending? {
    guard let number = words.find(letters, in: text) else { return nil }
    for entry in entries[number] where entry.symbol == endingSymbol {
      if let ending = entry.value.name.flatMap(Ending.init(rawValue:)) { return ending }
    }
    return nil
  }

  enum Spelling: String, Sendable { case any, capital, small }

  private(set) var symbols = SymbolTable()
  private let endingSymbol: Symbol
  /// The numbers of the words.
  private(set) var words = WordTable()
  /// What each word, by number, can begin.
  private(set) var entries: [[Entry]] = []
  /// The words, by number, as they stand in the data.
  private(set) var spellings: [Substring] = []
  /// The classes of the lexicon, in its order, those of words that never make a time expression by themselves
  /// left out.
  private(set) var classes: [Symbol] = []

  init() {
    endingSymbol = symbols.symbol("ENDING")
  }

  /// The number of a lower-case word or mark; it is added where it is new.
  mutating func intern(_ word: Substring) -> Int32 {
    if let number = words.find(word.utf8) { return Int32(number) }
    words.insert(word.utf8, value: entries.count)
    entries.append([])
    spellings.append(word)
    return Int32(entries.count - 1)
  }

  /// The symbol of a literal word; the word itself becomes an entry for it.
  mutating func literal(_ word: Substring) -> Symbol {
    let symbol = symbols.symbol("'" + word)
    let number = Int(intern(word))
    if !entries[number].contains(where: { $0.symbol == symbol }) {
      entries[number].append(Entry(symbol: symbol, value: .name(String(word)), spelling: .any, rest: []))
    }
    return symbol
  }

  /// Reads the names of events: the classes `EVENT` and `OCCASION`, valued by key.
  mutating func read(_ events: EventFile) {
    for row in events.rows {
      let symbol = symbol(ofClass: row.isDay ? "EVENT" : "OCCASION")
      if !classes.contains(symbol) { classes.append(symbol) }
      for name in row.names {
        guard let first = name.words.first else { continue }
        let rest = name.words.dropFirst().map { intern(Substring($0)) }
        let number = Int(intern(Substring(first)))
        entries[number].append(
          Entry(symbol: symbol, value: .name(row.key), spelling: name.isCapital ? .capital : .any, rest: rest)
        )
      }
    }
  }

  /// For each symbol that is a literal the classes that its word belongs to by itself; nil for a class.
  var classesOfLiteral: [[Symbol]?] {
    var classes = [[Symbol]?](repeating: nil, count: symbols.count)
    for (symbol, name) in symbols.names.enumerated() where name.utf8.first == 39 {
      guard let number = words.find(name.dropFirst().utf8) else { continue }
      classes[symbol] = entries[number].filter { $0.rest.isEmpty && Int($0.symbol) != symbol }.map(\.symbol)
        .filter(self.classes.contains)
    }
    return classes
  }

  mutating func symbol(ofClass name: Substring) -> Symbol {
    symbols.symbol(String(name))
  }

  /// Reads a table of words; mistakes are added to `faults` and their lines skipped.
  mutating func read(_ file: DataFile, faults: inout [DataMistake]) {
    for (line, cells) in file.rows {
      guard cells.count == 3 || cells.count == 4 else {
        faults.append(
          file.fault(line, "expected word, class, value and optionally capital or small, with tabs"))
        continue
      }
      let spelling = cells.count == 4 ? Spelling(rawValue: String(cells[3])) : .any
      let phrase = cells[0].split(separator: " ")
      guard let first = phrase.first, let spelling else {
        faults.append(file.fault(line, "the word is empty, or its spelling is neither capital nor small"))
        continue
      }
      let value: RuleValue = Double(String(cells[2])).map { .number($0) } ?? .name(String(cells[2]))
      let rest = phrase.dropFirst().map { intern($0) }
      let symbol = symbol(ofClass: cells[1])
      let number = Int(intern(first))
      entries[number].append(Entry(symbol: symbol, value: value, spelling: spelling, rest: rest))
      if !Self.helpers.contains(cells[1]), !classes.contains(symbol) { classes.append(symbol) }
    }
  }
}

/// A literal word or a word class, by number.
typealias Symbol = Int32

/// Numbers for the names of literals (`'week`) and classes (`UNIT`).
struct SymbolTable: Sendable {
  private var numbers: [String: Symbol] = [:]
  private(set) var names: [String] = []

  mutating func symbol(_ name: String) -> Symbol {
    if let known = numbers[name] { return known }
    let symbol = Symbol(names.count)
    numbers[name] = symbol
    names.append(name)
    return symbol
  }

  func known(_ name: String) -> Symbol? { numbers[name] }

  var count: Int { names.count }
}
