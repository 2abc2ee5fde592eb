import TimelineText

/// What each token of a sentence can stand for in the rules. One serves sentence after sentence and keeps
/// its memory.
struct TokenReadings {
  private struct Reading {
    var symbol: Symbol
    /// How many tokens it covers.
    var length: Int32
    /// An entry of the vocabulary, or a value of a shape as `-1 - number`.
    var source: Int32
  }

  private let grammar: Grammar
  private let entries: WordEntries
  /// The sentence's tokens, as places in the document.
  private(set) var range = 0..<0
  /// Each token's word in the vocabulary, or -1.
  private var words: [Int32] = []
  private var readings: [Reading] = []
  /// For each token the index of its first reading; one more at the end.
  private var starts: [Int32] = []
  /// The tokens that belong to a class, by their place in the sentence.
  private var triggers: [Int32] = []
  /// The first trigger that was not passed.
  private var trigger = 0
  /// Whether no white space stands before a token.
  private var attached: [Bool] = []
  private var shapeValues: [RuleValue] = []

  init(_ grammar: Grammar) {
    self.grammar = grammar
    entries = grammar.entries
  }

  /// How many tokens the sentence has.
  var count: Int { range.count }

  /// Reads a sentence; false, with nothing read, where no token belongs to a class, so that it can hold no
  /// expression.
  mutating func read(_ range: Range<Int>, of tokens: [Token], _ bytes: borrowing Span<UInt8>) -> Bool {
    self.range = range
    words.removeAll(keepingCapacity: true)
    triggers.removeAll(keepingCapacity: true)
    trigger = 0
    for (offset, index) in range.enumerated() {
      let token = tokens[index]
      let word = grammar.vocabulary.number(of: token, in: bytes)
      words.append(word)
      switch token.kind {
      case .number, .alphanumeric: triggers.append(Int32(offset))
      default: if word >= 0, entries.isTrigger[Int(word)] { triggers.append(Int32(offset)) }
      }
    }
    guard !triggers.isEmpty else { return false }
    readAll(tokens, bytes)
    return true
  }

  private mutating func readAll(_ tokens: [Token], _ bytes: borrowing Span<UInt8>) {
    readings.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    attached.removeAll(keepingCapacity: true)
    shapeValues.removeAll(keepingCapacity: true)
    for (offset, index) in range.enumerated() {
      let token = tokens[index]
      starts.append(Int32(readings.count))
      attached.append(!token.traits.contains(.spaceBefore))
      if words[offset] >= 0 { readWord(offset, token.traits.contains(.capitalised)) }
      switch token.kind {
      case .number, .alphanumeric, .dash, .quote:
        TokenShape.add(token, bytes, grammar) { symbol, value in
          shapeValues.append(value)
          readings.append(Reading(symbol: symbol, length: 1, source: -Int32(shapeValues.count)))
        }
      case .word, .punctuation, .web: break
      }
    }
    starts.append(Int32(readings.count))
  }

  private mutating func readWord(_ offset: Int, _ isCapitalised: Bool) {
    for number in entries.range(of: words[offset]) {
      let entry = entries.entries[number]
      switch entry.spelling {
      case .any: break
      case .capital: guard isCapitalised else { continue }
      case .small: guard !isCapitalised else { continue }
      }
      let end = offset + 1 + entry.rest.count
      guard end <= words.count else { continue }
      var place = offset + 1
      for index in entry.rest {
        guard words[place] == entries.rests[Int(index)] else { break }
        place += 1
      }
      guard place == end else { continue }
      readings.append(Reading(symbol: entry.symbol, length: Int32(end - offset), source: Int32(number)))
    }
  }

  /// The first token from a place on that belongs to a class; places come in rising order.
  mutating func nextTrigger(from offset: Int) -> Int? {
    while trigger < triggers.count, Int(triggers[trigger]) < offset { trigger += 1 }
    return trigger < triggers.count ? Int(triggers[trigger]) : nil
  }

  /// Whether no white space stands before a token.
  func isAttached(_ offset: Int) -> Bool { attached[offset] }

  /// The readings that begin at a token, by number.
  func indices(of offset: Int) -> Range<Int> {
    Int(starts[offset])..<Int(starts[offset + 1])
  }

  func symbol(_ reading: Int) -> Int { Int(readings[reading].symbol) }

  func length(_ reading: Int) -> Int { Int(readings[reading].length) }

  func value(_ reading: Int) -> RuleValue {
    let source = Int(readings[reading].source)
    return source >= 0 ? entries.values[source] : shapeValues[-1 - source]
  }

  /// Whether a token has a reading as a symbol; false outside of the sentence.
  func has(_ symbol: Symbol, at offset: Int) -> Bool {
    value(of: symbol, at: offset) != nil
  }

  /// The value of a token's reading as a symbol.
  func value(of symbol: Symbol, at offset: Int) -> RuleValue? {
    guard offset >= 0, offset < range.count else { return nil }
    return indices(of: offset).first { readings[$0].symbol == symbol }.map { value($0) }
  }
}
