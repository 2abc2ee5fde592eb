/// A set of relations, a bit for each.
package struct RelationSet: Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt64 = 0

  package init(arrayLiteral relations: UniversalRelation...) {
    for relation in relations { insert(relation) }
  }

  package func contains(_ relation: UniversalRelation) -> Bool { bits >> UInt64(relation.rawValue) & 1 != 0 }

  package mutating func insert(_ relation: UniversalRelation) { bits |= 1 << UInt64(relation.rawValue) }

  package mutating func formUnion(_ other: RelationSet) { bits |= other.bits }
}
