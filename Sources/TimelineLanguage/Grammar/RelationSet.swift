/// A set of relations, a bit for each.
public struct RelationSet: Sendable, ExpressibleByArrayLiteral {
  @usableFromInline var bits: UInt64 = 0

  @inlinable public init(arrayLiteral relations: UniversalRelation...) { self.init(relations) }

  @inlinable public init(_ relations: [UniversalRelation]) {
    for relation in relations { bits |= 1 << UInt64(relation.number) }
  }

  @inlinable public init(_ relation: UniversalRelation) { bits = 1 << UInt64(relation.number) }

  @inlinable public func contains(_ relation: UniversalRelation) -> Bool {
    bits >> UInt64(relation.number) & 1 != 0
  }

  public mutating func insert(_ relation: UniversalRelation) { bits |= 1 << UInt64(relation.number) }

  public mutating func formUnion(_ other: RelationSet) { bits |= other.bits }
}
