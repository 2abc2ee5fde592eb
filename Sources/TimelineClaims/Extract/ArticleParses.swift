import TimelineLanguage
import TimelineText
import TimelineTimes

/// An article's sentences, each parsed when it is first asked for, with the times found in it.
final class ArticleParses {
  let document: Document
  let lexicon: ClaimLexicon
  private let core: LanguageCore
  /// What the names of places mean here.
  private(set) lazy var places = ArticlePlaces(document)
  private let recogniser: TimeRecogniser
  private var recognition: TimeRecogniser.Pass
  private var parses: [ClauseReader?]
  private var found: [[TimeRecogniser.Finding]?]
  private var attached: [Int: [TimeAttachment?]] = [:]
  private lazy var masks = TimeMasks(document, lexicon)
  /// The hashes of words that are written with a capital within a sentence.
  private lazy var names = Set(
    document.sentences.flatMap { $0.tokens.dropFirst() }.lazy.map { self.document.tokens[$0] }
      .filter { $0.traits.contains(.capitalised) }.map(\.hash))
  /// The hashes of words that end a name of several words.
  private lazy var surnames: Set<UInt32> = {
    var found: Set<UInt32> = []
    for sentence in document.sentences {
      for token in sentence.tokens.dropFirst() {
        let (before, word) = (document.tokens[token - 1], document.tokens[token])
        if word.kind == .word, before.kind == .word, word.traits.contains(.capitalised),
          before.traits.contains(.capitalised)
        {
          found.insert(word.hash)
        }
      }
    }
    return found
  }()
  /// For each token whether it stands inside a quotation.
  private let quoted: [Bool]

  init(_ document: Document, core: LanguageCore, recogniser: TimeRecogniser, lexicon: ClaimLexicon) {
    self.document = document
    self.core = core
    self.recogniser = recogniser
    recognition = recogniser.pass(over: document.text, document.tokens)
    self.lexicon = lexicon
    found = Array(repeating: nil, count: document.sentences.count)
    parses = Array(repeating: nil, count: document.sentences.count)
    quoted = Quotations.marks(document)
  }

  func clause(_ index: Int) -> ClauseReader {
    if let known = parses[index] { return known }
    let masked = masks.mask(document.sentences[index], findings(index))
    let reader = ClauseReader(
      sentence: parsed(masked), lexicon: lexicon, masked: masked, text: document.text)
    parses[index] = reader
    return reader
  }

  /// A sentence's tree; where the tagger erred, that by the right reading.
  private func parsed(_ masked: MaskedSentence) -> ParsedSentence {
    let sentence = masked.document.sentences[0]
    let first = core.parse(sentence, in: masked.document, byPart: true)
    let held = Misreadings(core: core, lexicon: lexicon, sentence: first, times: masked.times).readings()
    return held.isEmpty ? first : core.parse(sentence, in: masked.document, byPart: true, holding: held)
  }

  /// The rule that read a time, by file and line.
  func rule(of finding: TimeRecogniser.Finding) -> String { recogniser.origin(of: finding) }

  func findings(_ index: Int) -> [TimeRecogniser.Finding] {
    if let known = found[index] { return known }
    let sentence = document.sentences[index]
    let result = recognition.findings(in: sentence.tokens).map(withoutPreposition)
    found[index] = result
    return result
  }

  /// `by 2026`, `on the 12th`: a time without the preposition that a rule needed to know it by.
  private func withoutPreposition(_ finding: TimeRecogniser.Finding) -> TimeRecogniser.Finding {
    guard finding.term.isNamedByItself, finding.tags.count == 1, let tag = finding.tags.first,
      tag.upperBound == finding.tokens.upperBound, tag.lowerBound > finding.tokens.lowerBound,
      lexicon.relations.phrase(
        ending: tag.lowerBound - 1..<tag.lowerBound, { document.string($0).lowercased() }) != nil
    else { return finding }
    var finding = finding
    finding.tokens = tag
    finding.followsPreposition = true
    return finding
  }

  /// What each time of a sentence attaches to; nil for those that attach to nothing.
  func attachments(_ index: Int) -> [TimeAttachment?] {
    if let known = attached[index] { return known }
    let clause = clause(index)
    let attacher = TimeAttacher(clause: clause)
    var result = zip(findings(index), clause.masked.times).map { attacher.attach($1, $0.term) }
    if let parted = partedMoves(index, result) {
      found[index] = parted
      parses[index] = nil
      let clause = self.clause(index)
      result = zip(parted, clause.masked.times).map { TimeAttacher(clause: clause).attach($1, $0.term) }
    }
    attached[index] = result
    return result
  }

  /// The findings with each range that a move leads over (`postponed from 26 May to 3 June`) as the two
  /// times that it is; nil where there is none.
  private func partedMoves(_ index: Int, _ attachments: [TimeAttachment?]) -> [TimeRecogniser.Finding]? {
    guard attachments.contains(where: { $0?.isMove == true }) else { return nil }
    var parted: [TimeRecogniser.Finding] = []
    var isParted = false
    for (finding, attachment) in zip(findings(index), attachments) {
      if attachment?.isMove == true, let ends = ends(of: finding) {
        parted += ends
        isParted = true
      } else {
        parted.append(finding)
      }
    }
    return isParted ? parted : nil
  }

  /// The two expressions that make up a range, parted at the word between them.
  private func ends(of finding: TimeRecogniser.Finding) -> [TimeRecogniser.Finding]? {
    for middle in finding.tokens.dropFirst().dropLast()
    where lexicon.cues.cue(document.string(middle).lowercased(), .destination) != nil {
      let first = recognition.findings(in: finding.tokens.lowerBound..<middle)
      let second = recognition.findings(in: middle + 1..<finding.tokens.upperBound)
      if first.count == 1, second.count == 1 { return first + second }
      // `from 12 to 15 March`: the first end is written short.
      if second.count == 1, case .between(let start, _) = finding.term {
        var opening = finding
        opening.tokens = finding.tokens.lowerBound..<middle
        opening.term = start
        opening.tags = [opening.tokens]
        return [opening] + second
      }
    }
    return nil
  }

  /// Whether a word is a name: by its tag, or at a sentence's start by how it is written elsewhere.
  func isName(_ word: Int, in index: Int) -> Bool {
    let clause = clause(index)
    if clause.sentence.tags[word] == .properNoun { return true }
    let token = clause.sentence.token(word)
    return word == 0 && token.traits.contains(.capitalised) && names.contains(token.hash)
  }

  /// Whether a name can only be a person's: it has a title, or is made of words that mean nothing else; a single
  /// word where such a name ends in it.
  func isFullNameOfPerson(_ run: Range<Int>, in index: Int) -> Bool {
    let clause = clause(index)
    guard let first = run.first, let last = run.last, run.count <= Self.longestName else { return false }
    if isCommonNoun(last, in: clause) { return false }
    let titles = lexicon.people.titles
    if run.contains(where: { titles.contains(clause.small($0)) })
      || first > 0 && titles.contains(clause.small(first - 1))
    {
      return true
    }
    return run.count > 1 || surnames.contains(clause.sentence.token(last).hash)
  }

  private static let longestName = 4

  /// Whether a title makes a name a person's: `Transport Minister Herman de Croo`.
  func hasTitle(_ run: Range<Int>, in index: Int) -> Bool {
    let clause = clause(index)
    guard let first = run.first, let last = run.last, !isCommonNoun(last, in: clause) else { return false }
    let titles = lexicon.people.titles
    return run.dropLast().contains { titles.contains(clause.small($0)) }
      || first > 0 && titles.contains(clause.small(first - 1))
  }

  /// Whether a name's word is also a common noun: `Office`, `Ministry`.
  func isCommonNoun(_ word: Int, in clause: ClauseReader) -> Bool {
    let small = clause.small(word)
    return (core.knows(.noun, of: small) || lexicon.nouns.isPlace(small))
      && !lexicon.people.titles.contains(small)
      && !lexicon.people.persons.contains(small)
  }

  func isQuoted(_ word: Int, in index: Int) -> Bool {
    quoted[clause(index).masked.tokens[word].lowerBound]
  }
}
