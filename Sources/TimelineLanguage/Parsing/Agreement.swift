/// Features that only the tree tells: the passive of a participle, and the number and person that a verb
/// takes from its subject.
struct Agreement {
  private let tags: [UniversalTag]
  private let heads: [Int32]
  private let relations: [UniversalRelation]
  /// The subject of each word, and whether an auxiliary or a passive auxiliary hangs on it.
  private var subjects: [Int32]
  private var hasAuxiliary: [Bool]
  private var hasPassive: [Bool]
  private var hasConjunct: [Bool]

  init(tags: [UniversalTag], heads: [Int32], relations: [UniversalRelation]) {
    self.tags = tags
    self.heads = heads
    self.relations = relations
    subjects = Array(repeating: -1, count: heads.count)
    hasAuxiliary = Array(repeating: false, count: heads.count)
    hasPassive = hasAuxiliary
    hasConjunct = hasAuxiliary
    for (word, head) in heads.enumerated() where head >= 0 {
      let head = Int(head)
      switch relations[word] {
      case .subject, .passiveSubject, .outerSubject: subjects[head] = Int32(word)
      case .auxiliary: hasAuxiliary[head] = true
      case .passiveAuxiliary: hasPassive[head] = true
      case .conjunct: hasConjunct[head] = true
      default: break
      }
    }
  }

  /// A word's features with what the tree adds to them.
  func morphology(of word: Int, in words: [Morphology]) -> Morphology {
    var result = words[word]
    if tags[word] == .verb, result.isSuperset(of: [.past, .participle]), isPassive(word) {
      result.insert(.passive)
    }
    // `says` is third person singular by its form.
    if tags[word].isVerbal, result.contains(.indicative), !isThirdSingular(result) {
      agree(&result, word, words)
    }
    return result
  }

  private func isThirdSingular(_ features: Morphology) -> Bool {
    features.isSuperset(of: [.present, .singular, .thirdPerson])
  }

  private func isPassive(_ word: Int) -> Bool {
    if hasPassive[word] { return true }
    if hasAuxiliary[word] { return false }
    guard relations[word] == .conjunct, heads[word] >= 0, tags[Int(heads[word])] == .verb else { return true }
    let first = Int(heads[word])
    return hasPassive[first] || !hasAuxiliary[first]
  }

  private func agree(_ features: inout Morphology, _ word: Int, _ words: [Morphology]) {
    var owner = word
    switch relations[word] {
    case .auxiliary, .passiveAuxiliary, .copula: if heads[word] >= 0 { owner = Int(heads[word]) }
    default: break
    }
    if subjects[owner] < 0, relations[owner] == .conjunct, heads[owner] >= 0 { owner = Int(heads[owner]) }
    guard subjects[owner] >= 0 else { return }
    let subject = Int(subjects[owner])
    let number: Morphology = [.singular, .plural]
    let person: Morphology = [.firstPerson, .secondPerson, .thirdPerson]
    let own = words[subject]
    features.subtract(number.union(person))
    features.formUnion(hasConjunct[subject] || own.contains(.plural) ? .plural : .singular)
    let said = own.intersection(person)
    features.formUnion(tags[subject] == .pronoun && !said.isEmpty ? said : .thirdPerson)
  }
}
