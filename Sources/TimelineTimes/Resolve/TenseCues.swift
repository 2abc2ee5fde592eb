import CTimelineData
package import TimelineLanguage
package import TimelineText

/// Guesses from the words around a time whether its clause looks back or ahead, without a parse.
///
/// The nearest cue to the left in the sentence decides, else the nearest to the right; a past form with a
/// modal verb close before it (`will be released`) looks ahead. Cheap enough for every expression; where
/// a parse is at hand the clause's own tense is better.
package struct TenseCues: Sendable {
  private enum Cue: Int { case past, future, present }
  private enum Role: Int { case happened, pending, ability, denial, ahead, due }

  private var words = WordTable()
  /// What words tell of a time beside them.
  private var roles = WordTable()
  /// Phrases that stand right before a time, and their last words.
  private var phrases: [(words: [[UInt8]], role: Role)] = []
  private var phraseEnds = WordTable()
  private var endings: [(bytes: [UInt8], cue: Cue)] = []
  package private(set) var faults: [DataMistake] = []
  /// How many words are looked at on each side.
  private static let reach = 25
  /// How far before a past form a modal verb may stand.
  private static let modalReach = 4

  /// The cues in `data/en/times/tense.tsv`.
  package static let english = TenseCues(DataFile("data/en/times/tense.tsv", timeline_data_times_tense()))

  package init(_ file: DataFile) {
    let cues: [Substring: Cue] = ["past": .past, "future": .future, "present": .present]
    let roles: [Substring: Role] = [
      "happened": .happened, "pending": .pending, "ability": .ability, "denial": .denial, "ahead": .ahead,
      "due": .due,
    ]
    for (line, cells) in file.rows {
      if cells.count == 2, let role = roles[cells[1]] {
        let words = cells[0].split(separator: " ").map { Array($0.utf8) }
        if words.count == 1, role != .due {
          self.roles.insert(words[0], value: role.rawValue)
        } else {
          phrases.append((words, role))
          if let last = words.last { phraseEnds.insert(last, value: 1) }
        }
        continue
      }
      guard cells.count == 2, let cue = cues[cells[1]] else {
        faults.append(
          file.fault(line, "expected a word and what it tells, such as past or future, with a tab"))
        continue
      }
      if cells[0].utf8.first == 45 {
        endings.append((Array(cells[0].utf8.dropFirst()), cue))
      } else {
        words.insert(cells[0].utf8, value: cue.rawValue)
      }
    }
  }

  /// The direction of an expression's clause and the word that gave it; nil without a cue.
  package func direction(
    of expression: Range<Int>, in sentence: Range<Int>, of tokens: [Token], text: TextBuffer
  ) -> (direction: Direction, cue: Int)? {
    let bytes = text.bytes.span
    let left = max(sentence.lowerBound, expression.lowerBound - Self.reach)
    var index = expression.lowerBound - 1
    while index >= left {
      if let found = direction(at: index, from: left, tokens, bytes) { return (found, index) }
      index -= 1
    }
    let right = min(sentence.upperBound, expression.upperBound + Self.reach)
    index = expression.upperBound
    while index < right {
      if let found = direction(at: index, from: expression.upperBound, tokens, bytes) {
        return (found, index)
      }
      index += 1
    }
    return nil
  }

  private func direction(
    at index: Int, from left: Int, _ tokens: [Token], _ bytes: borrowing Span<UInt8>
  ) -> Direction? {
    switch cue(tokens[index], bytes) {
    case .future: return .future
    case .past:
      var before = index - 1
      while before >= max(left, index - Self.modalReach) {
        if cue(tokens[before], bytes) == .future { return .future }
        before -= 1
      }
      return .past
    case .present, nil: return nil
    }
  }

  @inline(__always)
  private func cue(_ token: Token, _ bytes: borrowing Span<UInt8>) -> Cue? {
    guard token.kind == .word else { return nil }
    if let value = words.find(token, in: bytes) { return Cue(rawValue: value) }
    guard !token.traits.contains(.capitalised) else { return nil }
    for ending in endings where token.count > ending.bytes.count + 2 {
      let start = Int(token.end) - ending.bytes.count
      var matches = true
      for (offset, byte) in ending.bytes.enumerated() where bytes[start + offset] != byte { matches = false }
      if matches { return ending.cue }
    }
    return nil
  }
}

extension TenseCues {
  /// How many words behind a bare day of the week with a possessive ending are looked at.
  private static let weekdayReach = 3

  /// The direction that the words right beside a time tell, whatever the clause is about, and the word that tells it:
  /// `effective Feb. 1`, and of a bare day of the week `the injunction issued Thursday`, `Wednesday's ruling`,
  /// `could not be reached Friday`, `as early as Monday`.
  package func directionBeside(
    _ finding: TimeRecogniser.Finding, in sentence: Range<Int>, of tokens: [Token], text: TextBuffer
  ) -> (direction: Direction, cue: Int)? {
    let bytes = text.bytes.span
    let weekday = finding.tokens
    let last = weekday.lowerBound - 1
    if last >= sentence.lowerBound, phraseEnds.find(tokens[last], in: bytes) != nil {
      let phrase = phrases.first { stands($0.words, before: weekday.lowerBound, sentence, tokens, bytes) }
      if let phrase, phrase.role == .due || finding.term.isWeekday { return (.future, last) }
    }
    guard finding.term.isWeekday else { return nil }
    // `On Friday fire crews will begin` tells of no fire on Friday.
    let reach = finding.isPossessive ? Self.weekdayReach : finding.followsPreposition ? 0 : 1
    for index in weekday.upperBound..<min(weekday.upperBound + reach, sentence.upperBound) {
      if role(tokens[index], bytes) == .happened { return (.past, index) }
      guard tokens[index].kind == .word else { break }
    }
    guard last >= sentence.lowerBound else { return nil }
    let left = max(sentence.lowerBound, last - Self.modalReach)
    // `cancelled Friday's match` tells of no Friday past.
    if !finding.isPossessive, cue(tokens[last], bytes) == .past,
      !(left..<last).contains(where: { mayCome(tokens[$0], bytes) })
    {
      return (.past, last)
    }
    return deniedAbility(before: weekday.lowerBound, in: sentence, tokens, bytes)
  }

  /// Whether a cue stands so close before a time that it is its verb, whatever a parse says.
  package static func isClose(_ cue: Int, to expression: Range<Int>) -> Bool {
    cue < expression.lowerBound && expression.lowerBound - cue <= modalReach
  }

  /// Whether a word before a past form says that its time may still come: `will be released`, `if passed`.
  private func mayCome(_ token: Token, _ bytes: borrowing Span<UInt8>) -> Bool {
    role(token, bytes) == .pending || cue(token, bytes) == .future
  }

  private func deniedAbility(
    before index: Int, in sentence: Range<Int>, _ tokens: [Token], _ bytes: borrowing Span<UInt8>
  ) -> (direction: Direction, cue: Int)? {
    let left = max(sentence.lowerBound, index - Self.reach)
    guard let ability = (left..<index).last(where: { role(tokens[$0], bytes) == .ability }) else {
      return nil
    }
    let around = max(sentence.lowerBound, ability - Self.reach)..<min(ability + 2, sentence.upperBound)
    return around.contains { role(tokens[$0], bytes) == .denial } ? (.past, ability) : nil
  }

  private func role(_ token: Token, _ bytes: borrowing Span<UInt8>) -> Role? {
    token.kind == .word ? roles.find(token, in: bytes).flatMap(Role.init(rawValue:)) : nil
  }

  private func stands(
    _ words: [[UInt8]], before index: Int, _ sentence: Range<Int>, _ tokens: [Token],
    _ bytes: borrowing Span<UInt8>
  ) -> Bool {
    let first = index - words.count
    guard first >= sentence.lowerBound else { return false }
    for (offset, word) in words.enumerated() {
      let token = tokens[first + offset]
      guard token.count == word.count else { return false }
      for (place, byte) in word.enumerated() where bytes[Int(token.start) + place] | 32 != byte {
        return false
      }
    }
    return true
  }
}
