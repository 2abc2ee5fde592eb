import TimelineLanguage

/// Reads files of rules, one a line: `name = pattern -> value {conditions}`.
///
/// Below a rule stand its examples: `+ text` must match whole, `+ text => value` with that TIMEX3
/// value on the reference day, `- text` must not give a time expression; `{in post}` or
/// `{in phrase}` before the text says what it is, and ` | ` parts it from what stands behind it.
struct RuleReader {
  private(set) var rules: [Rule] = []
  private(set) var examples: [RuleExample] = []
  private(set) var faults: [DataMistake] = []
  private(set) var nonterminals = SymbolTable()
  var vocabulary: Vocabulary
  private var captures: [Substring] = []

  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  mutating func read(_ file: DataFile) {
    for (index, line) in file.lines.enumerated() {
      let lineNumber = index + 1
      var scanner = RuleScanner(line)
      scanner.skipSpace()
      do throws(RuleScanner.Mistake) {
        switch scanner.next {
        case nil, 35: continue
        case 43, 45: examples.append(try RuleExample(line, file: file.name, number: lineNumber))
        default: try readRule(&scanner, file: file.name, line: lineNumber)
        }
      } catch {
        faults.append(file.fault(lineNumber, column: error.column, error.message))
      }
    }
  }

  private mutating func readRule(
    _ scanner: inout RuleScanner, file: String, line: Int
  ) throws(RuleScanner.Mistake) {
    let name = scanner.word()
    guard !name.isEmpty else { throw scanner.mistake("expected the name of what the rule defines") }
    let nonterminal = Int(nonterminals.symbol(String(name)))
    try scanner.expect("=")
    captures = []
    let pattern = try choice(&scanner)
    try scanner.expect("->")
    let value = try expression(&scanner)
    var conditions: [Rule.Condition] = []
    var isTagged = true
    var isForStories = false
    var isList = false
    var isInPassing = false
    var textKind: TextKind?
    while scanner.accept("{") {
      if scanner.accept("untagged") {
        isTagged = false
        try scanner.expect("}")
      } else if scanner.accept("list") {
        isList = true
        try scanner.expect("}")
      } else if scanner.accept("in passing") {
        isInPassing = true
        try scanner.expect("}")
      } else if scanner.accept("in story") {
        isForStories = true
        try scanner.expect("}")
      } else if scanner.accept("in post") {
        textKind = .post
        try scanner.expect("}")
      } else if scanner.accept("in phrase") {
        textKind = .phrase
        try scanner.expect("}")
      } else {
        conditions += try condition(&scanner)
      }
    }
    scanner.skipSpace()
    guard scanner.atEnd else { throw scanner.mistake("expected the rule's end") }
    for elements in pattern.expansions {
      guard !elements.isEmpty else { throw scanner.mistake("the pattern may be empty") }
      rules.append(
        Rule(
          nonterminal: nonterminal, elements: elements, captureCount: captures.count, value: value,
          conditions: conditions, isTagged: isTagged, isForStories: isForStories, isList: isList,
          isInPassing: isInPassing, textKind: textKind,
          file: file, line: line))
    }
  }

  // MARK: Patterns

  private mutating func choice(_ scanner: inout RuleScanner) throws(RuleScanner.Mistake) -> RulePattern {
    var choices = [try sequence(&scanner)]
    while scanner.accept("|") { choices.append(try sequence(&scanner)) }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence(_ scanner: inout RuleScanner) throws(RuleScanner.Mistake) -> RulePattern {
    var parts: [RulePattern] = []
    while true {
      scanner.skipSpace()
      // At | ) -> or ] the sequence ends.
      guard let byte = scanner.next, byte != 124, byte != 41, byte != 45, byte != 93 else { break }
      var part = try element(&scanner)
      if scanner.next == 63 {  // ?
        _ = scanner.accept("?")
        part = .optional(part)
      }
      parts.append(part)
    }
    guard !parts.isEmpty else { throw scanner.mistake("expected a pattern") }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func element(_ scanner: inout RuleScanner) throws(RuleScanner.Mistake) -> RulePattern {
    if scanner.accept("(") {
      let group = try choice(&scanner)
      try scanner.expect(")")
      return group
    }
    if scanner.accept("[") {
      let group = try choice(&scanner)
      try scanner.expect("]")
      return .tagged(group)
    }
    var isAttached = scanner.accept("~")
    if scanner.accept("\"") {
      return .element(
        .init(kind: .symbol(vocabulary.literal(try scanner.text(until: 34))), isAttached: isAttached))
    }
    var capture: Int?
    if scanner.next == 60 { return try nonterminalElement(&scanner, nil, isAttached) }
    var word = scanner.word()
    if scanner.next == 58 {  // x:
      _ = scanner.accept(":")
      capture = captures.firstIndex(of: word) ?? captures.count
      if capture == captures.count { captures.append(word) }
      if scanner.accept("~") { isAttached = true }
      if scanner.next == 60 { return try nonterminalElement(&scanner, capture, isAttached) }
      word = scanner.word()
    }
    guard let first = word.utf8.first else { throw scanner.mistake("expected a word, a CLASS or a <name>") }
    let isClass = (65...90).contains(first)
    let symbol = isClass ? vocabulary.symbol(ofClass: word) : vocabulary.literal(word)
    return .element(.init(kind: .symbol(symbol), capture: capture, isAttached: isAttached))
  }

  private mutating func nonterminalElement(
    _ scanner: inout RuleScanner, _ capture: Int?, _ isAttached: Bool
  ) throws(RuleScanner.Mistake) -> RulePattern {
    try scanner.expect("<")
    let name = try scanner.text(until: 62)
    let number = Int(nonterminals.symbol(String(name)))
    return .element(.init(kind: .nonterminal(number), capture: capture, isAttached: isAttached))
  }

  // MARK: Values and conditions

  private func expression(_ scanner: inout RuleScanner) throws(RuleScanner.Mistake) -> RuleExpression {
    scanner.skipSpace()
    let sign: Double = scanner.accept("-") ? -1 : 1
    let word = scanner.word()
    guard let first = word.utf8.first else { throw scanner.mistake("expected a value") }
    if let number = Double(String(word)) { return .constant(.number(sign * number)) }
    if let capture = captures.firstIndex(of: word), scanner.next != 40 { return .capture(capture) }
    guard scanner.next == 40 else {
      switch word {
      case "publication": return .constant(.term(.anchor(.publication)))
      case "spoken": return .constant(.term(.anchor(.spoken)))
      case "spokenday": return .constant(.term(.anchor(.spokenDay)))
      case "fiscalyear": return .constant(.term(.anchor(.fiscalYear)))
      case "previous": return .constant(.term(.anchor(.previous)))
      case "nothing": return .constant(.name("nothing"))
      case "weekend": return .constant(.recurrence(.weekend))
      case "workday": return .constant(.recurrence(.workday))
      default:
        guard (97...122).contains(first) || (65...90).contains(first), RuleValue.isName(String(word)) else {
          throw scanner.mistake("no value is called \(word)")
        }
        return .constant(.name(String(word)))
      }
    }
    guard let name = RuleOperator(rawValue: String(word)) else {
      throw scanner.mistake("no operator is called \(word)")
    }
    _ = scanner.accept("(")
    var arguments: [RuleExpression] = []
    while !scanner.accept(")") {
      arguments.append(try expression(&scanner))
      _ = scanner.accept(",")
      if scanner.atEnd { throw scanner.mistake("expected )") }
    }
    guard name.arity.contains(arguments.count) else {
      throw scanner.mistake("\(word) does not take \(arguments.count) arguments")
    }
    return .call(name, arguments)
  }

  /// `{after WORD…}`, `{before WORD…}`: one of these stands there; `{behind WORD…}`: all of these, in this order.
  private mutating func condition(_ scanner: inout RuleScanner) throws(RuleScanner.Mistake) -> [Rule
    .Condition]
  {
    let isWanted = !scanner.accept("!")
    let side: Rule.Condition.Side
    let name = scanner.word()
    switch name {
    case "after", "behind": side = .before
    case "before": side = .after
    default: throw scanner.mistake("expected after, behind or before")
    }
    var symbols: [Symbol] = []
    while !scanner.accept("}") {
      if scanner.accept("\"") {
        symbols.append(vocabulary.literal(try scanner.text(until: 34)))
        continue
      }
      let word = scanner.word()
      guard let first = word.utf8.first else { throw scanner.mistake("expected a word or }") }
      symbols.append((65...90).contains(first) ? vocabulary.symbol(ofClass: word) : vocabulary.literal(word))
    }
    guard name == "behind" else { return [Rule.Condition(side: side, isWanted: isWanted, symbols: symbols)] }
    guard isWanted, (1...4).contains(symbols.count) else {
      throw scanner.mistake("expected one to four words behind which it stands")
    }
    return symbols.reversed().enumerated().map { index, symbol in
      Rule.Condition(side: side, distance: index + 1, isWanted: true, symbols: [symbol])
    }
  }
}
