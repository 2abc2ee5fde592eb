/// A set of relations, a bit for each.
package struct RelationSet: Sendable, ExpressibleByArrayLiteral {
  @usableFromInline var bits: UInt64 = 0

  @inlinable package init(arrayLiteral relations: UniversalRelation...) { self.init(relations) }

  @inlinable package init(_ relations: [UniversalRelation]) {
    for relation in relations { bits |= 1 << UInt64(relation.number) }
  }

  @inlinable package func contains(_ relation: UniversalRelation) -> Bool {
    bits >> UInt64(relation.number) & 1 != 0
  }

  package mutating func insert(_ relation: UniversalRelation) { bits |= 1 << UInt64(relation.number) }

  package mutating func formUnion(_ other: RelationSet) { bits |= other.bits }
}
