extension ClauseAnalysis {
  /// Fills in form, tense, aspect, voice and modal of a clause; those above it stand already.
  func readVerb(_ clause: consuming Clause) -> Clause {
    let word = clause.predicate
    clause.relation = sentence.relations[firstConjunct(word)]
    clause.auxiliaries = auxiliaries(of: word)
    let hasTo = hasInfinitiveMark(word)
    if clause.auxiliaries.isEmpty, !hasTo, let shared = sharedAuxiliaries(of: word) {
      clause.auxiliaries = shared
    }
    readVoice(&clause)
    readChain(&clause, hasTo: hasTo)
    return clause
  }

  private func auxiliaries(of word: Int) -> [Int] {
    sentence.children(of: word).filter {
      switch sentence.relations[$0] {
      case .auxiliary, .passiveAuxiliary, .copula: true
      default: false
      }
    }
  }

  /// Whether `to` marks a verb.
  public func hasInfinitiveMark(_ word: Int) -> Bool {
    sentence.children(of: word).contains {
      sentence.relations[$0] == .marker && sentence.tags[$0] == .particle && cues[$0].contains(.to)
    }
  }

  /// The auxiliaries of the conjunct before, where a bare form (`will meet and sign`) goes on with them.
  private func sharedAuxiliaries(of word: Int) -> [Int]? {
    guard sentence.relations[word] == .conjunct, let head = sentence.head(of: word),
      let first = clause(predicate: head), sentence.child(of: word, .subject, .passiveSubject) == nil,
      !sentence.morphology[word].contains(.finite) || !sentence.morphology[word].contains(.indicative),
      sentence.tags[word] == .verb
    else { return nil }
    let auxiliaries = clauses[first].auxiliaries
    return auxiliaries.isEmpty ? nil : auxiliaries
  }

  private func readVoice(_ clause: inout Clause) {
    let word = clause.predicate
    let isPassive =
      clause.auxiliaries.contains { sentence.relations[$0] == .passiveAuxiliary }
      || sentence.child(of: word, .passiveSubject) != nil || sentence.child(of: word, .agent) != nil
      || sentence.morphology[word].contains(.passive)
    let isBareParticiple =
      clause.auxiliaries.isEmpty && sentence.tags[word] == .verb
      && sentence.morphology[word].contains([.past, .participle])
    if isPassive && sentence.tags[word] == .verb || isBareParticiple { clause.voice = .passive }
  }

  /// Reads the chain of auxiliaries from its first word on.
  private func readChain(_ clause: inout Clause, hasTo: Bool) {
    let word = clause.predicate
    let chain = clause.auxiliaries + (sentence.tags[word] == .verb ? [word] : [])
    for auxiliary in clause.auxiliaries {
      if cues[auxiliary].contains(.modal), sentence.relations[auxiliary] == .auxiliary {
        clause.modal = auxiliary
      }
    }
    readAspect(&clause)
    guard let first = chain.first else { return }  // a noun or adjective without a copula
    let morphology = sentence.morphology[first]
    // Without a finite form first: what governs tells the time.
    if hasTo, clause.auxiliaries.isEmpty || !isFinite(first) {
      readInfinitive(&clause)
    } else if cues[first].contains(.will), first != word {
      clause.tense = .future
    } else if isWould(first, in: clause) {
      clause.tense = .futureInPast
    } else if clause.modal == first {
      clause.tense = .present
    } else if hasTo, isBeTo(clause, first) {
      clause.tense = morphology.contains(.past) ? .futureInPast : .future
    } else if morphology.contains(.imperative) || isImperative(first, word) {
      clause.form = .imperative
      clause.tense = .present
    } else if isTelegraphic(first, word) {
      clause.tense = .past
      if sentence.child(of: word, .subject) != nil { clause.voice = .active }
    } else if morphology.contains(.participle) || morphology.contains(.gerund) {
      clause.form = morphology.contains(.past) ? .participle : .gerund
    } else if morphology.contains(.infinitive) {
      clause.form = .infinitive
    } else {
      clause.tense = morphology.contains(.past) ? .past : .present
    }
  }

  private func readAspect(_ clause: inout Clause) {
    let word = clause.predicate
    for (place, auxiliary) in clause.auxiliaries.enumerated()
    where sentence.relations[auxiliary] == .auxiliary {
      let next = place + 1 < clause.auxiliaries.count ? clause.auxiliaries[place + 1] : word
      let form = sentence.morphology[next]
      let isHad = form.contains(.past) || !cues[auxiliary].contains(.would)
      if cues[auxiliary].contains(.have), isHad {
        clause.aspect.insert(.perfect)
      } else if cues[auxiliary].contains(.be), form.contains(.present), form.contains(.participle) {
        clause.aspect.insert(.progressive)
      }
    }
  }

  private func isFinite(_ word: Int) -> Bool {
    let morphology = sentence.morphology[word]
    return morphology.contains(.finite) || cues[word].contains(.modal) || cues[word].contains(.will)
  }

  /// Whether an auxiliary is `would`; `'d` before a past participle is `had`.
  private func isWould(_ auxiliary: Int, in clause: Clause) -> Bool {
    guard cues[auxiliary].contains(.would), auxiliary != clause.predicate else { return false }
    guard cues[auxiliary].contains(.have) else { return true }
    let next = clause.auxiliaries.dropFirst().first ?? clause.predicate
    return !sentence.morphology[next].contains(.past)
  }

  /// `is to meet`, but not `the aim is to meet`.
  private func isBeTo(_ clause: Clause, _ first: Int) -> Bool {
    guard cues[first].contains(.be) else { return false }
    let subject = sentence.child(of: clause.predicate, .subject, .passiveSubject, .outerSubject)
    return subject.map { !cues[$0].contains(.purpose) && sentence.relations[$0] != .outerSubject } ?? true
  }

  /// A past participle alone as a sentence's root, as headlines have it: `Deal signed in Geneva`.
  private func isTelegraphic(_ first: Int, _ word: Int) -> Bool {
    first == word && sentence.relations[firstConjunct(word)] == .root
      && sentence.morphology[word].contains([.past, .participle])
  }

  private func isImperative(_ first: Int, _ word: Int) -> Bool {
    guard sentence.morphology[first].contains(.infinitive), sentence.tags[word] == .verb,
      sentence.child(of: word, .subject, .passiveSubject, .marker) == nil
    else { return false }
    return sentence.relations[word] == .root || sentence.relations[word] == .parataxis
  }

  /// An infinitive with `to`: the future where a word such as `set` governs it, or where it heads a
  /// headline; else its governor tells.
  private func readInfinitive(_ clause: inout Clause) {
    let word = clause.predicate
    clause.form = .infinitive
    let first = firstConjunct(word)
    guard let head = sentence.head(of: first) else {
      if sentence.child(of: word, .subject, .passiveSubject) != nil { clause.tense = .future }
      return
    }
    guard cues[head].contains(.future), let governor = self.clause(predicate: head),
      let be = clauses[governor].auxiliaries.first(where: { cues[$0].contains(.be) }),
      sentence.relations[first] == .openComplement || sentence.relations[first] == .adverbialClause,
      head < first
    else { return }
    clause.futureWord = head
    clause.tense = sentence.morphology[be].contains(.past) ? .futureInPast : .future
    if clauses[governor].modal != nil { clause.modal = clauses[governor].modal }
  }
}
