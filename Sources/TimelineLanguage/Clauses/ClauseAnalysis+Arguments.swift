extension ClauseAnalysis {
  /// Fills in who does what to whom; clauses above stand already.
  func readArguments(_ clause: consuming Clause) -> Clause {
    let word = clause.predicate
    clause.antecedent = antecedent(of: clause)
    for child in sentence.children(of: word) {
      switch sentence.relations[child] {
      case .subject, .passiveSubject, .clausalSubject, .passiveClausalSubject, .outerSubject:
        clause.subjects += resolved(child, clause)
      case .object: clause.objects += resolved(child, clause)
      case .indirectObject: clause.indirectObjects += resolved(child, clause)
      case .agent: clause.byAgents += conjuncts(child)
      default: break
      }
    }
    if clause.subjects.isEmpty { clause.subjects = sharedSubjects(clause) }
    if clause.objects.isEmpty, let antecedent = clause.antecedent, isObjectGap(clause) {
      clause.objects = [antecedent]
    }
    return clause
  }

  /// A word with its conjuncts; what a relative pronoun stands for in place of it.
  private func resolved(_ word: Int, _ clause: Clause) -> [Int] {
    conjuncts(antecedent(ofRelative: word) ?? word)
  }

  /// What a relative pronoun stands for; nil for other words. Where the parse knows no relative clause it
  /// is the nearest noun before the pronoun.
  public func antecedent(ofRelative word: Int) -> Int? {
    guard cues[word].contains(.relative),
      sentence.tags[word] == .pronoun || sentence.tags[word] == .determiner,
      let verb = sentence.head(of: word)
    else { return nil }
    if let described = describedWord(above: verb), described < word, isNoun(described) { return described }
    guard sentence.relations[word] != .determiner else { return nil }
    return (max(0, word - Self.pronounReach)..<word).last(where: isNoun)
  }

  /// How far before a relative pronoun its noun may stand.
  private static let pronounReach = 3

  private func isNoun(_ word: Int) -> Bool {
    sentence.tags[word] == .noun || sentence.tags[word] == .properNoun
  }

  /// The word that the relative clause around a verb describes.
  private func describedWord(above verb: Int) -> Int? {
    var word = verb
    for _ in 0..<Self.clauseReach {
      if sentence.relations[word] == .relativeClause { return sentence.head(of: word) }
      guard sentence.relations[word] == .conjunct || sentence.relations[word] == .openComplement,
        let head = sentence.head(of: word)
      else { return nil }
      word = head
    }
    return nil
  }

  /// How far above a verb its relative clause is looked for.
  private static let clauseReach = 4

  private func antecedent(of clause: Clause) -> Int? {
    let first = firstConjunct(clause.predicate)
    switch sentence.relations[first] {
    case .relativeClause, .clausalModifier: return sentence.head(of: first)
    default: return nil
    }
  }

  /// `the deal they signed`: a relative clause with a subject of its own and nothing for its object.
  private func isObjectGap(_ clause: Clause) -> Bool {
    let word = clause.predicate
    guard clause.relation == .relativeClause, clause.voice == .active, sentence.tags[word] == .verb,
      sentence.child(of: word, .subject) != nil,
      clause.antecedent.map({ !clause.subjects.contains($0) }) ?? false
    else { return false }
    // A pronoun or adverb at its start takes the antecedent up in another place (`where they met`).
    return !sentence.children(of: word).contains {
      sentence.relations[$0] == .clausalComplement || sentence.relations[$0] == .openComplement
        || $0 < word && (sentence.relations[$0] == .oblique || sentence.relations[$0] == .adverbialModifier)
          && sentence.tags[$0] != .adverb
    }
      && !sentence.children(of: word).contains {
        sentence.tags[$0] == .adverb && $0 == sentence.subtree(of: word).lowerBound
      }
  }

  /// The subject of a clause that has none of its own.
  private func sharedSubjects(_ clause: Clause) -> [Int] {
    let word = clause.predicate
    guard clause.form != .imperative, let head = sentence.head(of: word) else { return [] }
    let relation = sentence.relations[word]
    switch relation {
    case .conjunct:
      return self.clause(predicate: head).map { clauses[$0].subjects } ?? []
    case .openComplement,
      .adverbialClause where isMoved(clause, head):
      guard let governor = self.clause(predicate: head).map({ clauses[$0] }) else { return [] }
      if governor.voice == .passive { return governor.subjects }
      let keeps = cues[head].contains(.keepsSubject)
      let objects = sentence.children(of: head).filter {
        $0 < word && (sentence.relations[$0] == .object || sentence.relations[$0] == .indirectObject)
      }
      if let object = objects.last, !keeps { return resolved(object, governor) }
      return governor.subjects
    case .clausalModifier:
      // `the plan to sign`: the one who has it; `the man living there`: the noun itself.
      guard clause.form == .infinitive, !isMovedObject(head) else { return conjuncts(head) }
      return self.clause(of: head).map { clauses[$0].subjects } ?? []
    case .relativeClause: return clause.voice == .passive ? conjuncts(head) : []
    case .adverbialClause, .clausalComplement:
      guard clause.form != .finite || clause.tense == .none else { return [] }
      return self.clause(of: head).map { clauses[$0].subjects } ?? []
    default: return []
    }
  }

  /// `pressing both to end it`, which a parser may take for a purpose: the object is to do it.
  private func isMoved(_ clause: Clause, _ head: Int) -> Bool {
    guard clause.form == .infinitive, cues[head].contains(.moves), head < clause.predicate else {
      return false
    }
    return sentence.children(of: head).contains {
      (sentence.relations[$0] == .object || sentence.relations[$0] == .indirectObject) && $0 > head
        && $0 < clause.predicate
    }
  }

  /// `wants the fighting to end`, where a parser may hang the infinitive from the object.
  private func isMovedObject(_ noun: Int) -> Bool {
    guard sentence.relations[noun] == .object, let head = sentence.head(of: noun) else { return false }
    return cues[head].contains(.moves)
  }

  // MARK: Negation and conditions

  /// Negation by a word of the clause, its subject or object, or the verb that governs it.
  mutating func readNegation(_ index: Int) {
    let word = clauses[index].predicate
    var negator: Int?
    for child in sentence.children(of: word) {
      let cue = cues[child]
      switch sentence.relations[child] {
      case .adverbialModifier, .coordinator, .precoordinator, .auxiliary, .discourse:
        if cue.contains(.negator) { negator = negator ?? child }
      case .marker, .caseMarker:
        if cue.contains(.without) { negator = negator ?? child }
      case .subject, .passiveSubject, .object, .indirectObject:
        if cue.contains(.nobody) { negator = negator ?? child }
        negator = negator ?? sentence.children(of: child).first { isNo($0) }
      case .determiner:
        if clauses[index].auxiliaries.isEmpty == false, isNo(child) { negator = negator ?? child }
      default: break
      }
    }
    // `will not meet or sign`: the later verb shares what stands before the first.
    if negator == nil, sentence.relations[word] == .conjunct, let head = sentence.head(of: word),
      let first = clause(predicate: head), clauses[first].negator.map({ $0 < head }) ?? false,
      clauses[index].auxiliaries == clauses[first].auxiliaries, !clauses[first].auxiliaries.isEmpty
    {
      negator = clauses[first].negator
    }
    var isNegated = negator != nil
    let first = firstConjunct(word)
    if let head = sentence.head(of: first), sentence.relations[first] == .openComplement,
      let governor = clause(predicate: head)
    {
      if cues[head].contains(.failing) { isNegated = isNegated != !clauses[governor].isNegated }
      if clauses[index].futureWord == head {
        if clauses[governor].isNegated { isNegated = true }
        update(governor) { $0.isFutureAuxiliary = true }
      }
    }
    update(index) {
      $0.isNegated = isNegated
      $0.negator = negator
    }
  }

  private func isNo(_ word: Int) -> Bool {
    cues[word].contains(.no)
      && (sentence.relations[word] == .determiner || sentence.relations[word] == .precoordinator)
  }

  /// Notes the `if` of a clause, and the clause itself at the one that it conditions.
  mutating func linkConditions(_ index: Int) {
    let word = clauses[index].predicate
    let first = firstConjunct(word)
    guard sentence.relations[first] == .adverbialClause || sentence.relations[first] == .parataxis,
      let mark = sentence.children(of: first).first(where: {
        (sentence.relations[$0] == .marker || sentence.relations[$0] == .adverbialModifier)
          && cues[$0].contains(.condition)
      }) ?? invertedCondition(first)
    else { return }
    update(index) { $0.condition = mark }
    if let head = sentence.head(of: first), let governed = clause(of: reported(head) ?? head) {
      update(governed) { $0.conditionClause = $0.conditionClause ?? index }
      for other in conjuncts(clauses[governed].predicate).dropFirst() {
        if let other = clause(predicate: other), clauses[other].predicate != word {
          update(other) { $0.conditionClause = $0.conditionClause ?? index }
        }
      }
    }
  }

  /// `provided that`: the participle itself is the condition's word. `Should it rain, …`: the verb that stands before
  /// its subject is.
  private func invertedCondition(_ word: Int) -> Int? {
    if cues[word].contains(.condition), sentence.child(of: word, .clausalComplement) != nil { return word }
    guard let head = sentence.head(of: word), word < head,
      let verb = sentence.child(of: word, .auxiliary, .passiveAuxiliary, .copula),
      cues[verb].contains(.inverted),
      let subject = sentence.child(of: word, .subject, .passiveSubject), verb < subject, subject < word
    else { return nil }
    return verb == 0 || sentence.tags[verb - 1] == .punctuation ? verb : nil
  }
}
