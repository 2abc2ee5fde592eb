import TimelineText

/// What each token of a sentence can stand for in the rules.
struct TokenReadings {
  private struct Reading {
    var symbol: Symbol
    /// How many tokens it covers.
    var length: Int32
    var value: RuleValue
  }

  /// The tokens as places in the document.
  let range: Range<Int>
  private var readings: [Reading] = []
  /// For each token the index of its first reading; one more at the end.
  private var starts: [Int32] = []
  /// The tokens that belong to a class, by their place in the sentence.
  private var triggers: [Int32] = []

  /// Of no sentence.
  static let none = TokenReadings()

  private init() {
    range = 0..<0
  }

  init(_ tokens: [Token], _ range: Range<Int>, _ bytes: borrowing Span<UInt8>, _ grammar: Grammar) {
    self.range = range
    let vocabulary = grammar.vocabulary
    for (offset, index) in range.enumerated() {
      switch tokens[index].kind {
      case .number, .alphanumeric: triggers.append(Int32(offset))
      default:
        let number = vocabulary.number(of: tokens[index], in: bytes)
        if number >= 0, vocabulary.isTrigger[Int(number)] { triggers.append(Int32(offset)) }
      }
    }
    guard !triggers.isEmpty else { return }
    read(tokens, bytes, grammar)
  }

  private mutating func read(_ tokens: [Token], _ bytes: borrowing Span<UInt8>, _ grammar: Grammar) {
    let vocabulary = grammar.vocabulary
    var numbers: [Int32] = []
    numbers.reserveCapacity(range.count)
    for index in range { numbers.append(vocabulary.number(of: tokens[index], in: bytes)) }
    starts.reserveCapacity(range.count + 1)
    for (offset, index) in range.enumerated() {
      starts.append(Int32(readings.count))
      let token = tokens[index]
      if numbers[offset] >= 0 {
        for entry in vocabulary.entries[Int(numbers[offset])] {
          add(entry, token, offset, numbers)
        }
      }
      TokenShape.add(token, bytes, grammar) { symbol, value in
        readings.append(Reading(symbol: symbol, length: 1, value: value))
      }
    }
    starts.append(Int32(readings.count))
  }

  private mutating func add(_ entry: Vocabulary.Entry, _ token: Token, _ offset: Int, _ numbers: [Int32]) {
    switch entry.spelling {
    case .any: break
    case .capital: guard token.traits.contains(.capitalised) else { return }
    case .small: guard !token.traits.contains(.capitalised) else { return }
    }
    let end = offset + 1 + entry.rest.count
    guard end <= numbers.count, numbers[offset + 1..<end].elementsEqual(entry.rest) else { return }
    readings.append(Reading(symbol: entry.symbol, length: Int32(end - offset), value: entry.value))
  }

  /// Whether any token belongs to a class, so that an expression is possible.
  var hasTrigger: Bool { !triggers.isEmpty }

  /// The first token from a place on that belongs to a class.
  func nextTrigger(from offset: Int) -> Int? {
    triggers.first { Int($0) >= offset }.map(Int.init)
  }

  /// The readings that begin at a token, by number.
  func indices(of offset: Int) -> Range<Int> {
    Int(starts[offset])..<Int(starts[offset + 1])
  }

  func symbol(_ reading: Int) -> Int { Int(readings[reading].symbol) }

  func length(_ reading: Int) -> Int { Int(readings[reading].length) }

  func value(_ reading: Int) -> RuleValue { readings[reading].value }

  /// Whether a token has a reading as one of the symbols; false outside of the sentence.
  func has(_ symbols: [Symbol], at offset: Int) -> Bool {
    guard offset >= 0, offset < range.count, !starts.isEmpty else { return false }
    return indices(of: offset).contains { symbols.contains(readings[$0].symbol) }
  }

  /// The value of a token's reading as a symbol.
  func value(of symbol: Symbol, at offset: Int) -> RuleValue? {
    guard offset >= 0, offset < range.count, !starts.isEmpty else { return nil }
    return indices(of: offset).first { readings[$0].symbol == symbol }.map { readings[$0].value }
  }
}
