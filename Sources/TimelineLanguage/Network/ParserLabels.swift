/// What the parser sees of a state beside the words: relations drawn already, counts and distances.
public enum ParserLabels {
  public static let count = 8

  /// Row numbers in the table of label vectors.
  @inline(__always)
  public static func fill(_ values: UnsafeMutablePointer<Int>, _ state: borrowing TransitionState) {
    let s0 = state.top(0)
    let s1 = state.top(1)
    let b0 = state.next
    @inline(__always) func relation(_ word: Int32) -> Int { word < 0 ? 63 : Int(state.relations[Int(word)]) }
    values[0] = s0 < 0 ? 62 : relation(state.leftmost[s0])
    values[1] = s0 < 0 ? 62 : relation(state.rightmost[s0])
    values[2] = s1 < 0 ? 62 : relation(state.leftmost[s1])
    values[3] = s1 < 0 ? 62 : relation(state.rightmost[s1])
    values[4] = relation(state.leftmost[b0])
    values[5] = s0 < 0 ? 63 : min(b0 - s0, 15) + (b0 == state.count ? 16 : 0)
    values[6] = s1 < 0 ? 63 : min(s0 - s1, 15) + (state.stack.count > 2 ? 16 : 0)
    values[7] =
      s0 < 0
      ? 63
      : min(Int(state.leftCount[s0]), 3) + 4 * min(Int(state.rightCount[s0]), 3)
        + (s1 < 0 ? 0 : 16 * min(Int(state.rightCount[s1]), 2))
    for index in 0..<count { values[index] += index * NetworkShape.labelValues }
  }
}
