/// The dependency relations of Universal Dependencies 2, with the subtypes that its English treebanks use.
public enum UniversalRelation: UInt8, Sendable, CaseIterable {
  case root, dependent
  case subject, passiveSubject, outerSubject, clausalSubject, passiveClausalSubject, outerClausalSubject
  case object, indirectObject, clausalComplement, openComplement
  case oblique, agent, unmarkedOblique, vocative, expletive, dislocated
  case adverbialClause, relativeAdverbialClause, adverbialModifier, discourse
  case auxiliary, passiveAuxiliary, copula, marker
  case nominalModifier, possessive, unmarkedModifier, description, apposition, numericModifier
  case clausalModifier, relativeClause, adjectivalModifier
  case determiner, predeterminer, caseMarker
  case conjunct, coordinator, precoordinator
  case fixed, flat, list, parataxis, compound, particle
  case orphan, goesWith, reparandum, punctuation

  /// ``rawValue``, for other modules without a call.
  @inlinable var number: UInt8 { unsafeBitCast(self, to: UInt8.self) }

  /// Written out, since other modules call the derived one through the table of the protocol.
  @inlinable public static func == (a: Self, b: Self) -> Bool {
    a.number == b.number
  }

  /// As CoNLL-U writes it: `nsubj:pass`.
  public var code: String { Self.codes[Int(rawValue)] }

  /// A subtype that is not known counts as its main relation.
  public init?(code: some StringProtocol) {
    let main = code.prefix { $0 != ":" }
    guard
      let index = Self.codes.firstIndex(where: { $0 == code })
        ?? Self.codes.firstIndex(where: { $0 == main })
    else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let codes = [
    "root", "dep",
    "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer",
    "obj", "iobj", "ccomp", "xcomp",
    "obl", "obl:agent", "obl:unmarked", "vocative", "expl", "dislocated",
    "advcl", "advcl:relcl", "advmod", "discourse",
    "aux", "aux:pass", "cop", "mark",
    "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "appos", "nummod",
    "acl", "acl:relcl", "amod",
    "det", "det:predet", "case",
    "conj", "cc", "cc:preconj",
    "fixed", "flat", "list", "parataxis", "compound", "compound:prt",
    "orphan", "goeswith", "reparandum", "punct",
  ]
}
