import TimelineDates
import TimelineTimes

/// Titles, and the dates of documents that are cited.
extension ExtractionPass {
  /// A claim as one line; `its` and `their` give way to the name that they stand for.
  func title(
    of word: Int, _ claim: Claim, at tokens: Range<Int>, in index: Int, _ names: NameReader
  ) -> String {
    let clause = parses.clause(index)
    let owner: (Int) -> String? = { pronoun in
      guard let name = names.name(pronoun, in: index), name != clause.string(pronoun),
        name.unicodeScalars.first?.properties.isUppercase == true
      else { return nil }
      return name
    }
    let time = clause.masked.times.first { clause.masked.tokens[$0.word] == tokens }?.word
    return TitleWriter(clause: clause, owner: owner, time: time).title(of: word, claim)
  }

  /// `according to a letter that was sent on Tuesday`: when what is cited was written, sent or published.
  func dateOfDocument(_ speaker: Int, in sentence: Int) -> Period? {
    let clause = parses.clause(sentence)
    // `according to Anna Holm, who left in 2019`: a person is not dated.
    guard !clause.isNameWord(speaker), !clause.lexicon.people.persons.contains(clause.lemma(speaker)) else {
      return nil
    }
    let times = zip(parses.findings(sentence), clause.masked.times)
    guard
      let (finding, _) = times.first(where: { _, time in
        time.word > speaker && (time.phrase == nil || time.phrase?.relation == .on)
          && (clause.sentence.isBelow(time.word, speaker)
            || clause.citations.contains { clause.dates($0, time) })
      })
    else { return nil }
    var context = context(finding, in: sentence)
    context.direction = .past
    return resolver.resolve(finding.term, in: context).chosen?.period
  }
}
