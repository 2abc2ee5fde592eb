/// What a sentence says by one predicate: when, whether, how, and who with whom.
///
/// Words are numbered as in the sentence, clauses as in their ``ClauseAnalysis``.
public struct Clause: Sendable {
  public enum Tense: UInt8, Sendable {
    case past, present
    /// `will`, `is to`, `is set to`, `is due to`, `is going to`; a headline's `to`.
    case future
    /// `would`, `was to`, `was due to`: what was ahead at a time that has passed.
    case futureInPast
    /// An infinitive, a participle, a noun or an adjective by itself; the governing clause tells its time.
    case none
  }

  public struct Aspect: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let perfect = Aspect(rawValue: 1)
    public static let progressive = Aspect(rawValue: 2)
  }

  public enum Voice: UInt8, Sendable { case active, passive }

  public enum Form: UInt8, Sendable { case finite, infinitive, gerund, participle, imperative }

  /// The head of what is predicated: a verb, or the noun or adjective with a copula.
  public let predicate: Int
  /// Auxiliaries and copula, in the order of the text; those of an earlier conjunct where the verb
  /// shares them.
  public internal(set) var auxiliaries: [Int] = []
  public internal(set) var form = Form.finite
  public internal(set) var tense = Tense.none
  public internal(set) var aspect: Aspect = []
  public internal(set) var voice = Voice.active
  public internal(set) var isNegated = false
  /// The word of the clause that negates; nil where none does, though a governing verb may.
  public internal(set) var negator: Int?
  /// The modal verb (`may`, `must`), those of the future left out.
  public internal(set) var modal: Int?
  /// The `if` that the clause itself stands under.
  public internal(set) var condition: Int?
  /// The clause that says on what condition this one holds.
  public internal(set) var conditionClause: Int?
  /// A word between `be` and the infinitive that makes the future (`set`, `due`, `going`).
  public internal(set) var futureWord: Int?
  /// Whether it is only part of another clause's future: the `is set` of `is set to meet`.
  public internal(set) var isFutureAuxiliary = false
  /// The surface subject, conjuncts apart; what a relative pronoun stands for in place of it; that of
  /// the governing clause where the verb itself has none.
  public internal(set) var subjects: [Int] = []
  /// Direct objects, conjuncts apart.
  public internal(set) var objects: [Int] = []
  public internal(set) var indirectObjects: [Int] = []
  /// What stands with `by` in a passive.
  public internal(set) var byAgents: [Int] = []
  /// How it hangs on its governor.
  public internal(set) var relation = UniversalRelation.root
  /// The noun that a relative clause or a participle describes.
  public internal(set) var antecedent: Int?

  init(predicate: Int) {
    self.predicate = predicate
  }

  /// Who does it: the subject, of a passive what stands with `by`.
  public var doers: [Int] { voice == .passive ? byAgents : subjects }
  /// Who undergoes it: the object, of a passive the subject.
  public var undergoers: [Int] { voice == .passive ? subjects : objects }
}

/// A word that governs a predicate up the tree, with the relation through which it does.
public struct Governor: Sendable {
  /// The predicate's or the noun's word.
  public let word: Int
  /// How what it governs hangs on it.
  public let relation: UniversalRelation
  /// The governing clause; nil where the governor is no predicate (`the promise to sign`).
  public let clause: Int?
}
