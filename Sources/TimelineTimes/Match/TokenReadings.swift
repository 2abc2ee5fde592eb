import TimelineText

/// What each token of a stretch can stand for in the rules. One serves stretch after stretch of a text and
/// keeps its memory.
///
/// A stretch is as many tokens of a sentence in a row as the rules know, with the one before and the one behind
/// them, of which rules may ask whether they are names. No expression goes beyond one.
struct TokenReadings {
  private struct Reading {
    var symbol: Symbol
    /// How many tokens it covers.
    var length: Int32
    /// An entry of the vocabulary, or a value of a shape as `-1 - number`.
    var source: Int32
  }

  private let grammar: Grammar
  private let table: WordTable
  private let entries: WordEntries
  /// The stretch's tokens, as places in the document.
  private(set) var range = 0..<0
  /// Each of the document's tokens' word in the vocabulary, or -1.
  private var words: [Int32] = []
  private var readings: [Reading] = []
  /// What is known of a token of the stretch.
  private struct Place {
    /// The index of its first reading.
    var start: Int32
    var letters: Letters = []
    /// Whether no white space stands before it.
    var isAttached = false
  }

  /// The stretch's tokens, and one more at the end.
  private var places: [Place] = []
  /// Tokens in a row that the rules know, as far as one of them gives an expression away.
  private struct Run {
    var start: Int
    /// The last token that does.
    var trigger: Int
  }

  private var runs: [Run] = []
  /// The first run that was not passed.
  private var run = 0
  private var shapeValues: [RuleValue] = []

  /// What a token's letters tell: whether it may be a name, a code, a word without a capital.
  private struct Letters: OptionSet {
    let rawValue: UInt8
    static let name = Letters(rawValue: 1)
    static let code = Letters(rawValue: 2)
    static let small = Letters(rawValue: 4)
  }

  init(_ grammar: Grammar) {
    self.grammar = grammar
    table = grammar.vocabulary.words
    entries = grammar.entries
    readings.reserveCapacity(Matcher.usualLength)
    places.reserveCapacity(Matcher.usualLength)
  }

  /// How many tokens the stretch has.
  var count: Int { range.count }

  /// Reads the first stretch of a sentence, from a token on, that may hold an expression; false where there is
  /// none.
  mutating func readStretch(
    from first: Int, in sentence: Range<Int>, of tokens: [Token], _ bytes: borrowing Span<UInt8>
  ) -> Bool {
    if words.count != tokens.count { lookUp(tokens, bytes) }
    var index = first
    while index < sentence.upperBound {
      let start = index
      var mayHold = false
      while index < sentence.upperBound {
        let word = Int(words[index])
        let hasShape = tokens[index].hasShape
        guard word >= 0 || hasShape else { break }
        if hasShape || entries.isTrigger[word] { mayHold = true }
        index += 1
      }
      if mayHold {
        range = max(start - 1, sentence.lowerBound)..<min(index + 1, sentence.upperBound)
        readAll(tokens, bytes)
        if !runs.isEmpty { return true }
      }
      index += 1
    }
    return false
  }

  /// Whether any token gives an expression away.
  mutating func isTriggered(
    _ range: Range<Int>, of tokens: [Token], _ bytes: borrowing Span<UInt8>
  ) -> Bool {
    if words.count != tokens.count { lookUp(tokens, bytes) }
    for index in range {
      let word = Int(words[index])
      if word >= 0, entries.isTrigger[word] { return true }
      if tokens[index].hasShape, isTrigger(tokens[index], bytes) { return true }
    }
    return false
  }

  /// Looks all words of the document up, each once.
  private mutating func lookUp(_ tokens: [Token], _ bytes: borrowing Span<UInt8>) {
    words = Array(repeating: -1, count: tokens.count)
    for (index, token) in tokens.enumerated() {
      if let word = table.find(token, in: bytes) { words[index] = Int32(truncatingIfNeeded: word) }
    }
  }

  /// Whether the shape of a number gives an expression away.
  private func isTrigger(_ token: Token, _ bytes: borrowing Span<UInt8>) -> Bool {
    var isTrigger = false
    TokenShape.add(token, bytes, grammar) { symbol, _ in
      if grammar.isTriggerClass[Int(symbol)] { isTrigger = true }
    }
    return isTrigger
  }

  private mutating func readAll(_ tokens: [Token], _ bytes: borrowing Span<UInt8>) {
    readings.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    if !shapeValues.isEmpty { shapeValues.removeAll(keepingCapacity: true) }
    runs.removeAll(keepingCapacity: true)
    run = 0
    var runStart = 0
    var runTrigger: Int?
    var covered = 0
    for (offset, index) in range.enumerated() {
      let token = tokens[index]
      let first = readings.count
      let word = Int(words[index])
      places.append(
        Place(
          start: Int32(first), letters: Self.letters(of: token, isKnown: word >= 0),
          isAttached: !token.traits.contains(.spaceBefore)))
      if word >= 0 {
        readWord(offset, token.traits.contains(.capitalised))
        if entries.isTrigger[word] { runTrigger = offset }
      }
      if token.hasShape {
        TokenShape.add(token, bytes, grammar) { symbol, value in
          shapeValues.append(value)
          readings.append(Reading(symbol: symbol, length: 1, source: -Int32(shapeValues.count)))
          if grammar.isTriggerClass[Int(symbol)] { runTrigger = offset }
        }
      }
      for reading in first..<readings.count { covered = max(covered, offset + length(reading)) }
      guard covered <= offset else { continue }
      if let runTrigger { runs.append(Run(start: runStart, trigger: runTrigger)) }
      runStart = offset + 1
      runTrigger = nil
    }
    places.append(Place(start: Int32(readings.count)))
    if let runTrigger { runs.append(Run(start: runStart, trigger: runTrigger)) }
  }

  /// Whether the word at a token of the document, in the stretch or not, belongs to a class of single words.
  func isWord(_ index: Int, of symbol: Symbol) -> Bool {
    words[index] >= 0
      && entries.range(of: words[index]).contains {
        entries.entries[$0].symbol == symbol && entries.entries[$0].rest.isEmpty
      }
  }

  private mutating func readWord(_ offset: Int, _ isCapitalised: Bool) {
    let base = range.lowerBound
    for number in entries.range(of: words[base + offset]) {
      let entry = entries.entries[number]
      switch entry.spelling {
      case .any: break
      case .capital: guard isCapitalised else { continue }
      case .small: guard !isCapitalised else { continue }
      }
      let end = offset + 1 + entry.rest.count
      guard end <= range.count else { continue }
      var place = offset + 1
      for index in entry.rest {
        guard words[base + place] == entries.rests[Int(index)] else { break }
        place += 1
      }
      guard place == end else { continue }
      readings.append(Reading(symbol: entry.symbol, length: Int32(end - offset), source: Int32(number)))
    }
  }

  /// The first token from a place on where an expression may begin; places come in rising order.
  ///
  /// An expression is a row of known tokens with a trigger among them, so that none begins behind the last
  /// trigger of such a row.
  mutating func nextStart(from offset: Int) -> Int? {
    while run < runs.count, runs[run].trigger < offset { run += 1 }
    return run < runs.count ? max(offset, runs[run].start) : nil
  }

  /// Whether no white space stands before a token.
  func isAttached(_ offset: Int) -> Bool { places[offset].isAttached }

  private static func letters(of token: Token, isKnown: Bool) -> Letters {
    guard token.kind == .word else { return [] }
    guard token.traits.contains(.capitalised) else { return .small }
    if token.count == 1 || token.traits.contains(.allCapitals) { return .code }
    return isKnown ? [] : .name
  }

  /// Whether a token is a word with a capital that the vocabulary does not know.
  func isName(_ offset: Int) -> Bool { places[offset].letters.contains(.name) }

  /// Whether a token is a word without a capital.
  func isSmall(_ offset: Int) -> Bool { places[offset].letters.contains(.small) }

  /// Whether a token is written in capitals alone.
  func isCode(_ offset: Int) -> Bool { places[offset].letters.contains(.code) }

  /// The readings that begin at a token, by number.
  func indices(of offset: Int) -> Range<Int> {
    Int(places[offset].start)..<Int(places[offset + 1].start)
  }

  func symbol(_ reading: Int) -> Int { Int(readings[reading].symbol) }

  func length(_ reading: Int) -> Int { Int(readings[reading].length) }

  func value(_ reading: Int) -> RuleValue {
    let source = Int(readings[reading].source)
    return source >= 0 ? entries.values[source] : shapeValues[-1 - source]
  }

  /// Whether a token has a reading as a symbol; false outside of the stretch.
  func has(_ symbol: Symbol, at offset: Int) -> Bool {
    value(of: symbol, at: offset) != nil
  }

  /// The value of a token's reading as a symbol.
  func value(of symbol: Symbol, at offset: Int) -> RuleValue? {
    guard offset >= 0, offset < range.count else { return nil }
    return indices(of: offset).first { readings[$0].symbol == symbol }.map { value($0) }
  }
}

extension Token {
  /// Whether ``TokenShape`` can tell anything of it.
  fileprivate var hasShape: Bool {
    switch kind {
    case .number, .alphanumeric, .dash, .quote: true
    case .word, .punctuation, .web: false
    }
  }
}

extension TokenReadings {
  /// The most words that ask for an edge together: `no later than`.
  private static let longestBound = 3

  /// What the words before an expression ask of its edge (class `EDGE` of the lexicon), and the first of them.
  func bound(before offset: Int) -> (bound: TimeTerm.Bound, first: Int)? {
    for first in max(0, offset - Self.longestBound)..<max(0, offset) {
      for reading in indices(of: first)
      where readings[reading].symbol == grammar.edgeClass && first + length(reading) == offset {
        if let bound = value(reading).name.flatMap(TimeTerm.Bound.init(rawValue:)) { return (bound, first) }
      }
    }
    return nil
  }

  /// Whether a possessive ending stands at a place (class `POSSESSIVE` of the lexicon).
  func isPossessive(_ offset: Int) -> Bool { has(grammar.possessiveClass, at: offset) }

  /// Whether a preposition stands at a place (classes `EDGE` and `HELPER` of the lexicon).
  func isPreposition(_ offset: Int) -> Bool {
    has(grammar.edgeClass, at: offset) || has(grammar.helperClass, at: offset)
  }

  /// The same of a word of the document, read or not.
  func isPreposition(word index: Int) -> Bool {
    isWord(index, of: grammar.edgeClass) || isWord(index, of: grammar.helperClass)
  }
}
