import TimelineText

/// What each token of a sentence can stand for in the rules.
struct TokenReadings {
  struct Reading {
    var symbol: Symbol
    /// How many tokens it covers.
    var length: Int32
    var value: RuleValue
  }

  /// The tokens as places in the document.
  let range: Range<Int>
  private(set) var readings: [Reading] = []
  /// For each token the index of its first reading; one more at the end.
  private(set) var starts: [Int32] = []
  /// Whether any token belongs to a class, so that an expression is possible.
  private(set) var hasTrigger = false

  init(_ tokens: [Token], _ range: Range<Int>, _ bytes: borrowing Span<UInt8>, _ grammar: Grammar) {
    self.range = range
    let vocabulary = grammar.vocabulary
    var numbers: [Int32] = []
    numbers.reserveCapacity(range.count)
    for index in range {
      let token = tokens[index]
      let number = vocabulary.number(of: token, in: bytes)
      numbers.append(number)
      switch token.kind {
      case .number, .alphanumeric: hasTrigger = true
      default: if number >= 0, vocabulary.isTrigger[Int(number)] { hasTrigger = true }
      }
    }
    guard hasTrigger else { return }
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

  /// The readings that begin at a token, by its place in the sentence.
  func of(_ offset: Int) -> ArraySlice<Reading> {
    readings[Int(starts[offset])..<Int(starts[offset + 1])]
  }

  func has(_ symbols: [Symbol], at offset: Int) -> Bool {
    guard offset >= 0, offset < range.count else { return false }
    return of(offset).contains { symbols.contains($0.symbol) }
  }
}
