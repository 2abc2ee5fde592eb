import TimelineLanguage

/// The phrases of a title.
extension TitleWriter {
  /// A subject with what is coordinated with it; of many the first two.
  func subjectText(_ word: Int) -> String {
    let members = clause.coordinated(word)
    guard members.count > 1, let first = members.first, let last = members.last else {
      return phrase(word, isSubject: true)
    }
    if members.count > Self.mostNames {
      let names = members.prefix(2).map { clause.string(clause.nameRun(around: $0)) }
      return names.joined(separator: ", ") + " " + clause.lexicon.headlines.andOthers
    }
    let start = clause.phrase(first).filter { $0 <= first }.min() ?? first
    let end = clause.isNameWord(last) ? clause.nameRun(around: last).upperBound : last + 1
    return clause.string(start..<max(end, last + 1))
  }

  /// More names than these are cut short.
  static let mostNames = 4

  /// A phrase without clauses and times, as it stands in the text.
  func phrase(_ word: Int, withCase: Bool = false, isSubject: Bool = false) -> String {
    var kept: RelationSet = [.conjunct, .coordinator]
    // What has a time of its own is another matter.
    if let time, let next = clause.children(word, .conjunct).first, time > word,
      clause.masked.times.contains(where: { $0.word > word && $0.word < next })
    {
      kept = []
    }
    if withCase { kept.formUnion([.caseMarker, .marker]) }
    if clause.isVerb(word) { kept.formUnion([.oblique, .clausalComplement]) }
    let words = clause.phrase(word, with: kept)
    // A clause that the parse coordinates with a noun is another matter.
    let apart = words.filter {
      $0 != word && clause.relation($0) == .conjunct && clause.isVerb($0) && clause.isFinite($0)
    }.map { clause.sentence.subtree(of: $0) }
    var chosen = trimmed(words.filter { word in !isTime(word) && !apart.contains { $0.contains(word) } })
    if isSubject { chosen = withoutAside(chosen, around: word) }
    guard let first = chosen.first,
      clause.sentence.tags[first] == .pronoun || clause.sentence.tags[first] == .determiner,
      clause.relation(first) == .possessive || clause.relation(first) == .determiner, chosen.count > 1
    else { return clause.join(chosen) }
    // `that production had begun`: a mark of what is said that the parse takes for an article.
    if isMarkOfSpeech(first) { return clause.join(Array(chosen.dropFirst())) }
    // `Its nurses`: whose they are.
    guard isSubject, clause.relation(first) == .possessive, let owner = owner(first), isShort(owner) else {
      return clause.join(chosen)
    }
    return possessive(owner) + " " + clause.join(Array(chosen.dropFirst()))
  }

  /// `Havrylov's`, `Wexmoor Rovers'`
  private func possessive(_ name: String) -> String {
    let ending = clause.lexicon.headlines.possessive
    return name + (name.hasSuffix("s") ? String(ending.prefix(1)) : ending)
  }

  /// A name, or an article and a noun: what reads well with an `'s`.
  private func isShort(_ owner: String) -> Bool {
    let words = owner.split(separator: " ")
    if let first = words.first, clause.lexicon.cues.cue(first.lowercased(), .indefinite) != nil {
      return false
    }
    guard words.count > 2 else { return true }
    return words.allSatisfy {
      $0.unicodeScalars.first?.properties.isLowercase == false
        || clause.lexicon.people.links.contains(String($0))
    }
  }

  private func isMarkOfSpeech(_ word: Int) -> Bool {
    guard word > 0, clause.cue(word, .content) != nil else { return false }
    return clause.isTime(word - 1) || clause.has(word - 1, .report)
  }

  /// A subject without what a comma sets apart behind its head: `Jody Breen, 70`, `workers, many of them young`.
  private func withoutAside(_ words: [Int], around head: Int) -> [Int] {
    guard let comma = words.first(where: { $0 > head && clause.isComma($0) }),
      !words.contains(where: { $0 > comma && [.conjunct, .coordinator].contains(clause.relation($0)) })
    else { return words }
    return words.filter { $0 < comma }
  }

  /// Words without those at either end that join them to others.
  func trimmed(_ words: [Int]) -> [Int] {
    var words = words
    while let first = words.first, words.count > 1, Self.joins.contains(clause.sentence.tags[first]),
      ![.precoordinator, .determiner].contains(clause.relation(first)),
      clause.sentence.token(first).kind != .quote
    {
      words.removeFirst()
    }
    while let last = words.last, Self.open.contains(clause.sentence.tags[last]),
      clause.sentence.token(last).kind != .quote, clause.relation(last) != .particle
    {
      words.removeLast()
    }
    return words
  }

  /// What stands between phrases, and what no phrase ends with.
  static let joins: [UniversalTag] = [.coordinator, .punctuation, .subordinator]
  static let open: [UniversalTag] = [.coordinator, .punctuation, .adposition, .determiner]

  func isTime(_ word: Int) -> Bool {
    if clause.isTime(word) { return true }
    // The preposition of a time.
    if clause.relation(word) == .caseMarker, let head = clause.head(word) { return clause.isTime(head) }
    return false
  }

  func cut(_ text: String, at longest: Int) -> String {
    guard text.unicodeScalars.count > longest else { return text }
    let head = text.unicodeScalars.prefix(longest)
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return String(head[..<end]) + "…"
  }

  func capitalised(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return first.properties.titlecaseMapping + String(text.unicodeScalars.dropFirst())
  }
}

extension ClauseReader {
  /// Words joined as the text spaces them, marks at both ends left out; a gap counts as one space.
  func join(_ words: [Int]) -> String {
    let isMark: (Int) -> Bool = { self.sentence.tags[$0] == .punctuation }
    let words = Array(words.drop(while: isMark).reversed().drop(while: isMark).reversed())
    var text = ""
    for (index, word) in words.enumerated() {
      let isApart = words.indices.contains(index - 1) && words[index - 1] + 1 != word
      if index > 0,
        isApart && sentence.tags[word] != .punctuation
          || sentence.token(word).traits.contains(.spaceBefore)
      {
        text += " "
      }
      text += string(word)
    }
    return text
  }
}

extension String {
  /// Whether some text stands within it, byte for byte.
  func holds(_ part: String) -> Bool {
    var rest = utf8[...]
    while !rest.starts(with: part.utf8) {
      guard rest.popFirst() != nil else { return false }
    }
    return true
  }
}
