/// A transition with its relation, as the parser's classes number them: shift, the arcs to the left, the
/// arcs to the right.
public struct TransitionSet: Sendable {
  public let left: [UInt8]
  public let right: [UInt8]

  public init(left: [UInt8], right: [UInt8]) {
    self.left = left
    self.right = right
  }

  /// Of a model: the count of the arcs to the left and to the right, then their relations, a byte each.
  init(_ bytes: EmbeddedBytes) {
    let leftCount = Int(bytes.integer(at: 0, as: UInt8.self))
    let rightCount = Int(bytes.integer(at: 1, as: UInt8.self))
    left = (0..<leftCount).map { bytes.integer(at: 2 + $0, as: UInt8.self) }
    right = (0..<rightCount).map { bytes.integer(at: 2 + leftCount + $0, as: UInt8.self) }
  }

  public var bytes: [UInt8] { [UInt8(left.count), UInt8(right.count)] + left + right }
  public var count: Int { 1 + left.count + right.count }
  /// Columns of a weight table for these classes.
  public var columns: Int { (count + 15) / 16 * 16 }

  public func action(_ number: Int) -> TransitionState.Action {
    number == 0 ? .shift : number <= left.count ? .left : .right
  }

  public func relation(_ number: Int) -> UInt8 {
    number == 0 ? 0 : number <= left.count ? left[number - 1] : right[number - 1 - left.count]
  }

  /// The numbers of an action's classes.
  @inline(__always)
  public func numbers(_ action: TransitionState.Action) -> Range<Int> {
    switch action {
    case .shift: 0..<1
    case .left: 1..<left.count + 1
    case .right: left.count + 1..<count
    }
  }
}

extension TransitionState {
  /// Takes a step; an arc from the root gets the relation `root` whatever the class says.
  public mutating func take(_ number: Int, of transitions: TransitionSet) {
    switch transitions.action(number) {
    case .shift: shift()
    case .left:
      reduceLeft(next == count ? UniversalRelation.root.rawValue : transitions.relation(number))
    case .right: reduceRight(transitions.relation(number))
    }
  }
}
