public import TimelineText

/// The clauses of a parsed sentence.
public struct ClauseAnalysis: Sendable {
  public let sentence: ParsedSentence
  /// In the order of their predicates.
  public private(set) var clauses: [Clause] = []
  /// Each word's cues.
  public let cues: [ClauseCue]
  /// The clause of each word that is a predicate, else -1.
  private var clauseOfPredicate: [Int32]
  /// Speech that stands beside its reporting clause (`…, he said`): governor by governed predicate.
  private var reportOf: [Int: Int] = [:]

  public init(_ sentence: ParsedSentence, _ table: ClauseCues = .english) {
    self.sentence = sentence
    cues = (0..<sentence.count).map { table.cues(of: $0, in: sentence) }
    clauseOfPredicate = Array(repeating: -1, count: sentence.count)
    for word in 0..<sentence.count where isPredicate(word) {
      clauseOfPredicate[word] = Int32(clauses.count)
      clauses.append(Clause(predicate: word))
    }
    findReports()
    // Heads before those that hang on them, so that what is inherited is there.
    let depths = clauses.map { depth($0.predicate) }
    let order = clauses.indices.sorted { (depths[$0], $0) < (depths[$1], $1) }
    for index in order { clauses[index] = readVerb(clauses[index]) }
    for index in order { clauses[index] = readArguments(clauses[index]) }
    for index in order { readNegation(index) }
    for index in order { linkConditions(index) }
  }

  /// The clause whose predicate a word is.
  public func clause(predicate word: Int) -> Int? {
    word >= 0 && word < clauseOfPredicate.count && clauseOfPredicate[word] >= 0
      ? Int(clauseOfPredicate[word]) : nil
  }

  /// The clause that a word stands in: that of the nearest predicate at or above it.
  public func clause(of word: Int) -> Int? {
    var current: Int? = word
    while let at = current {
      if let clause = clause(predicate: at) { return clause }
      current = sentence.head(of: at)
    }
    return nil
  }

  /// The governors of a word from the nearest to the farthest: predicates, and nouns that a clause
  /// describes or completes.
  ///
  /// A conjunct is governed by what governs the first of its row. The parts of a periphrastic future
  /// (`is set` of `is set to meet`) are left out. Speech beside its report is governed by the report.
  public func governors(of word: Int) -> [Governor] {
    var result: [Governor] = []
    var current = firstConjunct(word)
    for _ in 0..<sentence.count {
      if let report = reportOf[current] {
        result.append(Governor(word: report, relation: .parataxis, clause: clause(predicate: report)))
      }
      guard let head = sentence.head(of: current) else { break }
      let relation = sentence.relations[current]
      if reportOf[head] == current { break }  // a report hangs on its speech and is not governed by it
      let clause = clause(predicate: head)
      if clause.map({ clauses[$0].isFutureAuxiliary }) != true {
        result.append(Governor(word: head, relation: relation, clause: clause))
      }
      current = firstConjunct(head)
    }
    return result
  }

  /// The first of a row of conjuncts.
  func firstConjunct(_ word: Int) -> Int {
    var current = word
    while sentence.relations[current] == .conjunct, let head = sentence.head(of: current) { current = head }
    return current
  }

  /// A word and its conjuncts.
  public func conjuncts(_ word: Int) -> [Int] {
    [word] + sentence.children(of: word, .conjunct)
  }

  func depth(_ word: Int) -> Int {
    var depth = 0
    var current = word
    while let head = sentence.head(of: current), depth < sentence.count {
      depth += 1
      current = head
    }
    return depth
  }

  // MARK: Predicates

  private func isPredicate(_ word: Int) -> Bool {
    let relation = sentence.relations[word]
    switch relation {
    case .auxiliary, .passiveAuxiliary, .copula, .marker, .caseMarker, .fixed, .flat, .compound, .punctuation,
      .determiner, .adjectivalModifier, .goesWith:
      return false
    default: break
    }
    if sentence.tags[word] == .verb || Self.clausal.contains(relation) { return true }
    return sentence.child(
      of: word, .copula, .subject, .passiveSubject, .clausalSubject, .auxiliary, .passiveAuxiliary) != nil
  }

  /// How a predicate hangs on another word, whatever its part of speech.
  private static let clausal: RelationSet = [
    .openComplement, .clausalComplement, .adverbialClause, .relativeClause, .clausalModifier,
  ]

  /// Speech beside its report: `…, he said`, `If it rains, he said, they will wait`.
  private mutating func findReports() {
    for clause in clauses {
      let word = clause.predicate
      guard cues[word].contains(.speech), let head = sentence.head(of: word),
        self.clause(predicate: head) != nil,
        sentence.child(of: word, .subject) != nil, sentence.child(of: word, .clausalComplement) == nil
      else { continue }
      switch sentence.relations[word] {
      case .parataxis: reportOf[head] = word
      case .adverbialClause where sentence.child(of: word, .marker) == nil && word < head:
        reportOf[head] = word
      default: break
      }
    }
  }

  /// What a report that stands beside it reports.
  func reported(_ report: Int) -> Int? {
    sentence.head(of: report).flatMap { reportOf[$0] == report ? $0 : nil }
  }

  mutating func update(_ index: Int, _ change: (inout Clause) -> Void) { change(&clauses[index]) }
}

extension LanguageCore {
  /// The clauses of a sentence.
  public func clauses(_ sentence: Sentence, in document: Document) -> ClauseAnalysis {
    ClauseAnalysis(parse(sentence, in: document))
  }
}
