import Testing
import TimelineLanguage

@Suite struct ClauseAnalysisTests {
  /// A clause by its predicate's form, on one line.
  private func line(_ rows: String, _ predicate: String) -> String {
    let analysis = ClauseAnalysis(tree(rows))
    let sentence = analysis.sentence
    guard let clause = analysis.clauses.first(where: { sentence.string($0.predicate) == predicate }) else {
      return "none"
    }
    func words(_ list: [Int]) -> String { list.map(sentence.string).joined(separator: "+") }
    var parts = ["\(clause.tense)"]
    if clause.form != .finite { parts.append("\(clause.form)") }
    if clause.voice == .passive { parts.append("passive") }
    if clause.aspect.contains(.perfect) { parts.append("perfect") }
    if clause.aspect.contains(.progressive) { parts.append("progressive") }
    if clause.isNegated { parts.append("not") }
    if let modal = clause.modal { parts.append("modal:" + sentence.string(modal)) }
    if clause.conditionClause != nil { parts.append("conditional") }
    parts.append(words(clause.doers) + ">" + words(clause.undergoers))
    for governor in analysis.governors(of: clause.predicate) {
      parts.append("\(governor.relation.code)<\(sentence.string(governor.word))")
    }
    return parts.joined(separator: " ")
  }

  @Test func theShippedCuesHaveNoMistake() {
    #expect(ClauseCues.english.mistakes.isEmpty)
    let wrong = ClauseCues(DataFile("c.tsv", text: "verb\tgo\n")).mistakes
    #expect(wrong.map(\.column) == [1])
  }

  @Test func isSetToIsFuture() {
    let rows = "They PRP 3 nsubj\nare VBP 3 cop\nset JJ 0 root\nto TO 5 mark\nmeet VB 3 xcomp\nher PRP 5 obj"
    #expect(line(rows, "meet") == "future infinitive They>her")
  }

  @Test func wasToIsFutureInPast() {
    let rows = "She PRP 4 nsubj\nwas VBD 4 aux\nto TO 4 mark\nsign VB 0 root\nit PRP 4 obj"
    #expect(line(rows, "sign") == "futureInPast She>it")
  }

  @Test func aVerbBeforeItsSubjectIsACondition() {
    let rows = """
      Should MD 3 aux
      talks NNS 3 nsubj
      fail VB 8 advcl
      , , 3 punct
      the DT 6 det
      union NN 8 nsubj
      will MD 8 aux
      strike VB 0 root
      """
    #expect(line(rows, "strike") == "future conditional union>")
    let question = "Should MD 3 aux\ntalks NNS 3 nsubj\nfail VB 0 root"
    #expect(!line(question, "fail").contains("conditional"))
  }

  @Test func anAimIsNoFuture() {
    let rows = "The DT 2 det\naim NN 5 nsubj\nis VBZ 5 cop\nto TO 5 mark\nsign VB 0 root"
    #expect(line(rows, "sign") == "present aim>")
  }

  @Test func thePassiveTellsWhoDidIt() {
    let rows = """
      Treaties NNS 4 nsubj:pass
      have VBP 4 aux
      been VBN 4 aux:pass
      signed VBN 0 root
      by IN 6 case
      Laos NNP 4 obl:agent
      and CC 8 cc
      Chad NNP 6 conj
      """
    #expect(line(rows, "signed") == "present passive perfect Laos+Chad>Treaties")
  }

  @Test func aPlanGovernsAndAReportGovernsThePlan() {
    let rows = """
      He PRP 2 nsubj
      said VBD 0 root
      they PRP 4 nsubj
      plan VBP 2 ccomp
      to TO 6 mark
      meet VB 4 xcomp
      and CC 8 cc
      talk VB 6 conj
      """
    #expect(line(rows, "meet") == "none infinitive they> xcomp<plan ccomp<said")
    #expect(line(rows, "talk") == "none infinitive they> xcomp<plan ccomp<said")
  }

  @Test func pressingSomeoneMakesHimTheDoer() {
    let rows = """
      She PRP 2 nsubj
      pressed VBD 0 root
      both DT 4 det
      armies NNS 2 obj
      to TO 6 mark
      end VB 2 xcomp
      it PRP 6 obj
      """
    #expect(line(rows, "end") == "none infinitive armies>it xcomp<pressed")
  }

  @Test func failingAndNotFailing() {
    let failed = "They PRP 2 nsubj\nfailed VBD 0 root\nto TO 4 mark\nagree VB 2 xcomp"
    #expect(line(failed, "agree") == "none infinitive not They> xcomp<failed")
    let did =
      "They PRP 4 nsubj\ndid VBD 4 aux\nnot RB 4 advmod\nfail VB 0 root\nto TO 6 mark\nagree VB 4 xcomp"
    #expect(line(did, "agree") == "none infinitive They> xcomp<fail")
    #expect(line(did, "fail") == "past not They>")
  }

  @Test func noSubjectNegates() {
    let rows = "No DT 2 det\ntruce NN 4 nsubj\nwill MD 4 aux\nhold VB 0 root"
    #expect(line(rows, "hold") == "future not truce>")
  }

  @Test func aRelativeClauseHasItsAntecedent() {
    let rows = """
      The DT 2 det
      deal NN 5 nsubj
      they PRP 4 nsubj
      signed VBD 2 acl:relcl
      failed VBD 0 root
      """
    #expect(line(rows, "signed") == "past they>deal acl:relcl<deal nsubj<failed")
    let who = "The DT 2 det\nman NN 0 root\nwho WP 4 nsubj\nsigned VBD 2 acl:relcl"
    #expect(line(who, "signed") == "past man> acl:relcl<man")
  }

  @Test func anIfConditionsItsMainClause() {
    let rows = """
      If IN 3 mark
      talks NNS 3 nsubj
      fail VBP 6 advcl
      he PRP 6 nsubj
      may MD 6 aux
      resign VB 0 root
      """
    #expect(line(rows, "resign") == "present modal:may conditional he>")
  }

  @Test func unlessIsAConditionAndNoDenial() {
    let rows = "They PRP 2 nsubj\nwait VBP 0 root\nunless IN 5 mark\nit PRP 5 nsubj\nrains VBZ 2 advcl"
    #expect(line(rows, "wait") == "present conditional They>")
    #expect(line(rows, "rains") == "present it> advcl<wait")
  }

  @Test func theObjectOfWantingIsToDoIt() {
    let rows = """
      She PRP 2 nsubj
      wants VBZ 0 root
      the DT 4 det
      siege NN 2 obj
      to TO 6 mark
      end VB 4 acl
      """
    #expect(line(rows, "end") == "none infinitive siege> acl<siege obj<wants")
    let plan = "They PRP 2 nsubj\nmade VBD 0 root\nplans NNS 2 obj\nto TO 5 mark\nend VB 3 acl"
    #expect(line(plan, "end") == "none infinitive They> acl<plans obj<made")
  }

  @Test func aRelativePronounWithoutAClauseStandsForTheNounBeforeIt() {
    let rows = "Talks NNS 2 nsubj\nbegan VBD 0 root\nwhich WDT 4 nsubj\nfailed VBD 2 conj"
    #expect(line(rows, "failed") == "past Talks>")
  }

  @Test func auxiliariesAreShared() {
    let rows = "He PRP 4 nsubj\nwill MD 4 aux\nnot RB 4 advmod\nmeet VB 0 root\nor CC 6 cc\nsign VB 4 conj"
    #expect(line(rows, "sign") == "future not He>")
  }

  @Test func speechBesideItsReport() {
    let rows =
      "Talks NNS 3 nsubj\nwill MD 3 aux\nresume VB 0 root\n, . 6 punct\nhe PRP 6 nsubj\nsaid VBD 3 parataxis"
    #expect(line(rows, "resume") == "future Talks> parataxis<said")
    #expect(line(rows, "said") == "past he>")
  }

  @Test func aHeadlineOfAParticiple() {
    #expect(line("Deal NN 2 nsubj:pass\nsigned VBN 0 root", "signed") == "past passive >Deal")
    #expect(
      line("Firm NN 3 nsubj\nto TO 3 mark\nbuy VB 0 root\nmill NN 3 obj", "buy")
        == "future infinitive Firm>mill")
  }

  @Test func clausesAndSubtreesOfWords() {
    let rows = "The DT 2 det\ndeal NN 5 nsubj\nthey PRP 4 nsubj\nsigned VBD 2 acl:relcl\nfailed VBD 0 root"
    let analysis = ClauseAnalysis(tree(rows))
    #expect(analysis.sentence.subtree(of: 1) == 0..<4)
    #expect(analysis.clause(of: 0).map { analysis.clauses[$0].predicate } == 4)
    #expect(analysis.clause(of: 2).map { analysis.clauses[$0].predicate } == 3)
  }

  @Test func aReportBetweenConditionAndClause() {
    let rows = """
      If IN 3 mark
      papers NNS 3 nsubj
      arrive VBP 6 advcl
      , . 6 punct
      he PRP 6 nsubj
      said VBD 9 advcl
      she PRP 9 nsubj
      will MD 9 aux
      travel VB 0 root
      """
    #expect(line(rows, "travel") == "future conditional she> parataxis<said")
  }

  @Test func pressingSomeoneAsAPurpose() {
    let rows =
      "She PRP 2 nsubj\npressed VBD 0 root\nhim PRP 2 obj\nto TO 5 mark\nend VB 2 advcl\nit PRP 5 obj"
    #expect(line(rows, "end") == "none infinitive him>it advcl<pressed")
  }

  @Test func aDatelineIsNoSubject() throws {
    let core = LanguageCore.english
    let document = core.document("GENEVA, June 5 — The ministers met in Vienna on Friday.")
    let analysis = core.clauses(try #require(document.sentences.first), in: document)
    let parsed = analysis.sentence
    let met = try #require(analysis.clauses.first { parsed.string($0.predicate) == "met" })
    #expect(met.subjects.map(parsed.string) == ["ministers"])
    #expect(parsed.heads.count { $0 < 0 } == 1)
  }
}
