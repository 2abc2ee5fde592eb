/// What the parser sees of a word.
package struct ParserNode: Sendable {
  package var key: UInt32
  package var tag: UInt32
  package var cluster: UInt32

  package init(key: UInt32, tag: UInt32, cluster: UInt32) {
    self.key = key
    self.tag = tag
    self.cluster = cluster
  }

  package static let none = ParserNode(key: 0, tag: 0xFE, cluster: 0xFFFF)
  package static let root = ParserNode(key: 1, tag: 0xFD, cluster: 0xFFFE)
}

/// The features of a parser state, after Zhang and Nivre (2011), for the arc-hybrid system.
package enum ParserFeatures {
  package static let count = 62

  /// `nodes` are the sentence's words, the root, and ``ParserNode/none``.
  @inline(__always)
  package static func fill(
    _ hashes: UnsafeMutablePointer<UInt32>, _ state: borrowing TransitionState,
    _ nodes: UnsafePointer<ParserNode>
  ) {
    let none = state.count + 1
    @inline(__always) func at(_ index: Int) -> ParserNode { nodes[index < 0 || index >= none ? none : index] }
    let i0 = state.top(0)
    let i1 = state.top(1)
    let s0 = at(i0)
    let s1 = at(i1)
    let s2 = at(state.top(2))
    let bi = state.next
    let b0 = at(bi)
    let b1 = at(bi + 1 < state.count ? bi + 1 : -1)
    let b2 = at(bi + 2 < state.count ? bi + 2 : -1)
    let s0l = i0 < 0 ? -1 : Int(state.leftmost[i0])
    let s0r = i0 < 0 ? -1 : Int(state.rightmost[i0])
    let s1l = i1 < 0 ? -1 : Int(state.leftmost[i1])
    let s1r = i1 < 0 ? -1 : Int(state.rightmost[i1])
    let b0l = Int(state.leftmost[bi])
    let s0lt = at(s0l).tag
    let s0rt = at(s0r).tag
    let s1lt = at(s1l).tag
    let s1rt = at(s1r).tag
    let b0lt = at(b0l).tag
    let s0ll = s0l < 0 ? 0xFF : UInt32(state.relations[s0l])
    let s0rl = s0r < 0 ? 0xFF : UInt32(state.relations[s0r])
    let s1rl = s1r < 0 ? 0xFF : UInt32(state.relations[s1r])
    let s1ll = s1l < 0 ? 0xFF : UInt32(state.relations[s1l])
    let b0ll = b0l < 0 ? 0xFF : UInt32(state.relations[b0l])
    let gap = i0 < 0 ? 0 : UInt32(min(bi - i0, 10))
    let inner = i1 < 0 ? 0 : UInt32(min(i0 - i1, 10))
    let s0v = i0 < 0 ? 0 : UInt32(min(state.leftCount[i0], 7)) << 4 | UInt32(min(state.rightCount[i0], 7))
    let s1v = i1 < 0 ? 0 : UInt32(min(state.leftCount[i1], 7)) << 4 | UInt32(min(state.rightCount[i1], 7))
    let b0v = UInt32(min(state.leftCount[bi], 7))
    @inline(__always) func tags(_ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 { a << 16 | b << 8 | c }
    let st = tags(s1.tag, s0.tag, b0.tag)

    hashes[0] = FeatureHash.of(101, s0.key, s0.tag)
    hashes[1] = FeatureHash.of(102, s0.key)
    hashes[2] = FeatureHash.of(103, s0.tag)
    hashes[3] = FeatureHash.of(104, s1.key, s1.tag)
    hashes[4] = FeatureHash.of(105, s1.key)
    hashes[5] = FeatureHash.of(106, s1.tag)
    hashes[6] = FeatureHash.of(107, b0.key, b0.tag)
    hashes[7] = FeatureHash.of(108, b0.key)
    hashes[8] = FeatureHash.of(109, b0.tag)
    hashes[9] = FeatureHash.of(110, b1.key, b1.tag)
    hashes[10] = FeatureHash.of(111, b1.tag)
    hashes[11] = FeatureHash.of(112, b2.key)
    hashes[12] = FeatureHash.of(113, b2.tag)
    hashes[13] = FeatureHash.of(114, s2.tag, s2.key)
    hashes[14] = FeatureHash.of(115, s0.key, b0.key)
    hashes[15] = FeatureHash.of(116, s0.key, b0.tag, s0.tag)
    hashes[16] = FeatureHash.of(117, s0.tag, b0.key, b0.tag)
    hashes[17] = FeatureHash.of(118, s0.tag, b0.tag)
    hashes[18] = FeatureHash.of(119, s1.key, s0.key)
    hashes[19] = FeatureHash.of(120, s1.key, s0.tag, s1.tag)
    hashes[20] = FeatureHash.of(121, s1.tag, s0.key, s0.tag)
    hashes[21] = FeatureHash.of(122, s1.tag, s0.tag)
    hashes[22] = FeatureHash.of(123, b0.tag, b1.tag)
    hashes[23] = FeatureHash.of(124, b0.key, b1.key)
    hashes[24] = FeatureHash.of(125, st)
    hashes[25] = FeatureHash.of(126, tags(s0.tag, b0.tag, b1.tag))
    hashes[26] = FeatureHash.of(127, tags(s2.tag, s1.tag, s0.tag))
    hashes[27] = FeatureHash.of(128, tags(b0.tag, b1.tag, b2.tag))
    hashes[28] = FeatureHash.of(129, tags(s0.tag, b0.tag, b0lt))
    hashes[29] = FeatureHash.of(130, tags(s0.tag, s0lt, b0.tag))
    hashes[30] = FeatureHash.of(131, tags(s0.tag, s0rt, b0.tag))
    hashes[31] = FeatureHash.of(132, tags(s1.tag, s1rt, s0.tag))
    hashes[32] = FeatureHash.of(133, tags(s1.tag, s0.tag, s0lt))
    hashes[33] = FeatureHash.of(134, tags(s1.tag, s0.tag, s0rt))
    hashes[34] = FeatureHash.of(135, tags(s1.tag, s0.tag, s1lt))
    hashes[35] = FeatureHash.of(136, st, s0.key)
    hashes[36] = FeatureHash.of(137, st, s1.key)
    hashes[37] = FeatureHash.of(138, st, b0.key)
    hashes[38] = FeatureHash.of(139, s0.tag, b0.tag, gap)
    hashes[39] = FeatureHash.of(140, s0.key, gap)
    hashes[40] = FeatureHash.of(141, s1.tag, s0.tag, inner)
    hashes[41] = FeatureHash.of(142, s1.key, inner)
    hashes[42] = FeatureHash.of(143, s0.tag, s0v)
    hashes[43] = FeatureHash.of(144, s0.key, s0v)
    hashes[44] = FeatureHash.of(145, s1.tag, s1v, s0.tag)
    hashes[45] = FeatureHash.of(146, s1.key, s1v)
    hashes[46] = FeatureHash.of(147, b0.tag, b0v)
    hashes[47] = FeatureHash.of(148, s0.tag, s0ll, s0rl)
    hashes[48] = FeatureHash.of(149, s0.key, s0ll)
    hashes[49] = FeatureHash.of(150, s1.tag, s1rl, s1ll)
    hashes[50] = FeatureHash.of(151, s1.key, s1rl)
    hashes[51] = FeatureHash.of(152, b0.tag, b0ll, s0.tag)
    hashes[52] = FeatureHash.of(153, b0.key, b0ll)
    hashes[53] = FeatureHash.of(154, s0.key, s1.tag, b0.key)
    hashes[54] = FeatureHash.of(155, s0.cluster, b0.cluster)
    hashes[55] = FeatureHash.of(156, s1.cluster, s0.cluster)
    hashes[56] = FeatureHash.of(157, st, s0.cluster)
    hashes[57] = FeatureHash.of(158, st, s1.cluster)
    hashes[58] = FeatureHash.of(159, st, b0.cluster)
    hashes[59] = FeatureHash.of(160, s1.tag, s0.tag, at(s0l).key)
    hashes[60] = FeatureHash.of(161, st, b1.tag)
    hashes[61] = FeatureHash.of(162, s0.tag, b0.tag, b1.key)
  }
}
