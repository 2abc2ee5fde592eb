import Testing
import TimelineLanguage
import TimelineText

/// Random and hostile bytes: what comes out must be sound whatever goes in.
@Suite struct HostileTextTests {
  /// xorshift64* (Vigna 2016): the same texts in every run.
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return state &* 0x2545_F491_4F6C_DD1D
    }
  }

  private static let pieces = [
    "a", "B", "word ", "’s", "n't ", " U.S. ", "a.", "A.", "1", "1,", ":", "://", "@", "www.", ".com ", "\n",
    "\r\n",
    "\n\n", " - ", "—", "“", "”", "(", ")", "...", "…", "\u{FEFF}", "\u{0}", "\u{85}", "é", "日本", "🇫🇷",
    "e\u{301}", " to ",
    " the ", " is ", "\t", "\u{A0}", "'", "''", "``", "#", "&", "_", "-", " 5pm ", "Mr. ", "said, ",
    "\u{202E}",
  ]

  @Test func randomPiecesGiveSoundTrees() {
    var random = Random(state: 0x9E37_79B9)
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<Int.random(in: 0...120, using: &random) {
        text += Self.pieces.randomElement(using: &random) ?? ""
      }
      expectSound(TextBuffer(text))
    }
  }

  @Test func randomBytesGiveSoundTrees() {
    var random = Random(state: 77)
    for _ in 0..<200 {
      let count = Int.random(in: 0...300, using: &random)
      expectSound(TextBuffer(bytes: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }))
    }
  }

  @Test func longRunsGiveSoundTrees() {
    for piece in Self.pieces { expectSound(TextBuffer(String(repeating: piece, count: 450))) }
    for lead in [0xC2, 0xE2, 0xF0, 0xFF] as [UInt8] {
      expectSound(TextBuffer(bytes: Array(repeating: lead, count: 999)))
    }
    expectSound(TextBuffer(String(repeating: "aa.", count: 900) + "aaaaaaaa"))
  }

  /// The work is counted, not timed: places judged and sentences parsed are at most in proportion to the text.
  @Test func workGrowsNoFasterThanTheText() {
    let core = LanguageCore.english
    for piece in Self.pieces + ["a.b-c_", "its ", "1-2.", "a/", "x@y.", "((", "A ", "- A\n"] {
      let text = TextBuffer(String(repeating: piece, count: 900))
      let tokens = core.tokens(of: text)
      #expect(tokens.count <= text.bytes.count)
      var judged = 0
      var isNear = true
      let sentences = core.splitter.sentences(of: tokens, in: text, chosen: nil) { token, first, rule in
        judged += 1
        isNear = isNear && token > first && token - first <= 400
        return rule
      }
      #expect(isNear && judged <= tokens.count)
      #expect(sentences.allSatisfy { $0.tokens.count <= 400 })
    }
  }

  private func expectSound(_ text: TextBuffer) {
    let core = LanguageCore.english
    let document = core.document(text)
    var end = 0
    for token in document.tokens {
      #expect(Int(token.start) >= end && token.end > token.start)
      end = Int(token.end)
    }
    #expect(end <= text.bytes.count)
    var next = 0
    for sentence in document.sentences {
      #expect(sentence.tokens.lowerBound >= next && !sentence.tokens.isEmpty && sentence.tokens.count <= 400)
      next = sentence.tokens.upperBound
      let parsed = core.parse(sentence, in: document)
      #expect(parsed.count == sentence.tokens.count)
      #expect(parsed.heads.count { $0 == -1 } == 1)
      for word in 0..<parsed.count { #expect(parsed.subtree(of: word).contains(word)) }
      #expect(parsed.root.map { parsed.subtree(of: $0) } == 0..<parsed.count)
      let clauses = ClauseAnalysis(parsed)
      for clause in clauses.clauses { #expect(clauses.governors(of: clause.predicate).count < parsed.count) }
    }
    #expect(CoNLLUCheck(document).faults == [])
  }
}
