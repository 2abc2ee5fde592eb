import TimelineLanguage

/// Names in a row and in lists.
extension ClauseReader {
  /// A noun and what is coordinated with it, in the order of the text. Names in a list count by the way
  /// that they are written, whatever the parse makes of them.
  func coordinated(_ word: Int) -> [Int] {
    var members =
      [word]
      + children(word, .conjunct).filter {
        (isNoun($0) || sentence.tags[$0] == .pronoun) && !isOfOneName($0, with: word)
      }
    if sentence.tags[word] == .properNoun { members += namesListed(with: word) }
    return members.count > 1 ? Set(members).sorted() : members
  }

  /// The heads of the names in a written list (`A, B and C`) that holds a name.
  private func namesListed(with word: Int) -> [Int] {
    var runs = [nameRun(around: word)]
    var joins = 0
    while let last = runs.last, let next = join(after: last.upperBound) {
      joins += next.isCoordinator ? 1 : 0
      runs.append(next.run)
      if next.isCoordinator { break }
    }
    var first = runs[0]
    while let previous = join(before: first.lowerBound) {
      joins += previous.isCoordinator ? 1 : 0
      runs.insert(previous.run, at: 0)
      first = previous.run
    }
    guard joins == 1 else { return [] }
    return runs.compactMap { run in run.contains(word) ? word : run.last }
  }

  /// The proper nouns in a row around a word.
  func nameRun(around word: Int) -> Range<Int> {
    var first = word
    var last = word
    while first > 0, isName(first - 1) { first -= 1 }
    while last + 1 < count, isName(last + 1) { last += 1 }
    return first..<last + 1
  }

  /// Whether an ampersand joins a noun to another in one name: `Hollis & Grain Bank`.
  private func isOfOneName(_ conjunct: Int, with word: Int) -> Bool {
    let run = nameRun(around: word)
    return run.contains(conjunct) && run.contains(where: sentence.isAmpersand)
  }

  /// A proper noun, or the hyphen or ampersand between two.
  func isName(_ word: Int) -> Bool {
    if sentence.isAmpersand(word) {
      return word > 0 && word + 1 < count
        && [word - 1, word + 1].allSatisfy {
          !isTime($0)
            && (sentence.tags[$0] == .properNoun || sentence.token($0).traits.contains(.capitalised))
        }
    }
    if sentence.tags[word] == .properNoun { return !isTime(word) }
    guard sentence.token(word).kind == .dash, word > 0, word + 1 < count else { return false }
    return sentence.tags[word - 1] == .properNoun && sentence.tags[word + 1] == .properNoun
      && !sentence.token(word).traits.contains(.spaceBefore)
      && !sentence.token(word + 1).traits.contains(.spaceBefore)
  }

  private func join(after end: Int) -> (run: Range<Int>, isCoordinator: Bool)? {
    var next = end
    var isCoordinator = false
    if next < count, isComma(next) { next += 1 }
    if next < count, sentence.tags[next] == .coordinator {
      isCoordinator = true
      next += 1
    }
    guard next > end, next < count, isName(next) else { return nil }
    return (nameRun(around: next), isCoordinator)
  }

  private func join(before start: Int) -> (run: Range<Int>, isCoordinator: Bool)? {
    var before = start - 1
    var isCoordinator = false
    if before >= 0, sentence.tags[before] == .coordinator {
      isCoordinator = true
      before -= 1
    }
    if before >= 0, isComma(before) { before -= 1 }
    guard before < start - 1, before >= 0, isName(before) else { return nil }
    return (nameRun(around: before), isCoordinator)
  }
}
