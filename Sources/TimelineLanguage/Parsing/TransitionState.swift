/// A state of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez, Satta 2011).
///
/// A stack, a buffer and the arcs drawn so far. The root stands behind the last word, so that a word is
/// made the root by an arc from the buffer; it can be drawn only when one word is left, so that a
/// sentence has one root. Every word is shifted once and reduced once: 2n transitions.
public struct TransitionState {
  public enum Action: UInt8 {
    case shift
    /// The buffer's first word becomes the head of the stack's top.
    case left
    /// The stack's second word becomes the head of its top.
    case right
  }

  public let count: Int
  public private(set) var stack: [Int32] = []
  /// The buffer's first word; `count` is the root.
  public private(set) var next = 0
  public private(set) var heads: [Int32]
  public private(set) var relations: [UInt8]
  /// Nearest the front and nearest the end of the children on either side; -1 for none.
  public private(set) var leftmost: [Int32]
  public private(set) var rightmost: [Int32]
  public private(set) var leftCount: [UInt8]
  public private(set) var rightCount: [UInt8]

  public init(count: Int) {
    self.count = count
    stack.reserveCapacity(count)
    heads = Array(repeating: -1, count: count + 1)
    relations = Array(repeating: 0, count: count + 1)
    leftmost = Array(repeating: -1, count: count + 1)
    rightmost = Array(repeating: -1, count: count + 1)
    leftCount = Array(repeating: 0, count: count + 1)
    rightCount = Array(repeating: 0, count: count + 1)
  }

  public var isFinal: Bool { next == count && stack.isEmpty }

  @inline(__always)
  public func allows(_ action: Action) -> Bool {
    switch action {
    case .shift: next < count
    case .left: next < count ? !stack.isEmpty : stack.count == 1
    case .right: stack.count > 1
    }
  }

  /// The stack's word at a depth from its top, or -1.
  @inline(__always)
  public func top(_ depth: Int) -> Int {
    stack.count > depth ? Int(stack[stack.count - 1 - depth]) : -1
  }

  public mutating func shift() {
    stack.append(Int32(next))
    next += 1
  }

  public mutating func reduceLeft(_ relation: UInt8) {
    let word = Int(stack.removeLast())
    heads[word] = Int32(next)
    relations[word] = relation
    leftmost[next] = Int32(word)
    leftCount[next] &+= leftCount[next] < 255 ? 1 : 0
  }

  public mutating func reduceRight(_ relation: UInt8) {
    let word = Int(stack.removeLast())
    let head = top(0)
    heads[word] = Int32(head)
    relations[word] = relation
    rightmost[head] = Int32(word)
    rightCount[head] &+= rightCount[head] < 255 ? 1 : 0
  }
}
