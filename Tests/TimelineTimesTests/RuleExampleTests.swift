import Testing
import TimelineDates
import TimelineLanguage
import TimelineText

@testable import TimelineTimes

/// Every rule carries examples and near misses; this runs them all.
@Suite struct RuleExampleTests {
  private let grammar = Grammar.english

  @Test func dataFilesHaveNoFaults() {
    #expect(grammar.faults.map(\.description) == [])
    #expect(EventCalendar.english.faults.map(\.description) == [])
    #expect(grammar.rules.count > 100)
  }

  @Test func everyExampleHolds() throws {
    let reference = try #require(DocumentTime(iso: "2026-05-14"))
    #expect(grammar.examples.count > 50)
    for example in grammar.examples {
      let text = TextBuffer(example.text + example.context)
      let tokens = Tokeniser(.english).tokens(of: text)
      let length = Tokeniser(.english).tokens(of: TextBuffer(example.text)).count
      var pass = TimeRecogniser(grammar).pass(over: text, tokens, as: example.kind)
      let findings = pass.findings(in: 0..<tokens.count)
      let place: Comment = "\(example.file):\(example.line): \(example.text)"
      guard example.matches else {
        #expect(findings.isEmpty, place)
        continue
      }
      // The expression ends the example; a preposition may stand before it.
      let finding = try #require(findings.first, place)
      #expect(finding.tokens.upperBound == length && findings.count == 1, place)
      if let value = example.value {
        let resolution = Resolver().resolve(finding.term, in: ResolutionContext(reference: reference))
        #expect(TIMEX3Writer.timex(finding.term, resolution).value == value, place)
      }
    }
  }

  /// A rule that no example needs is one that nobody can check.
  @Test func everyRuleHasAnExample() {
    var used: Set<String> = []
    for example in grammar.examples {
      let text = TextBuffer(example.text + example.context)
      let tokens = Tokeniser(.english).tokens(of: text)
      var matcher = Matcher(grammar, kind: example.kind, isRecording: true)
      _ = matcher.matches(in: tokens.indices, of: tokens, text.bytes.span)
      used.formUnion(matcher.usedRules.map { place(grammar.rules[$0]) })
    }
    var unused: [String] = []
    for rule in grammar.rules where !used.contains(place(rule)) && unused.last != place(rule) {
      unused.append(place(rule))
    }
    #expect(unused == [], "rules without an example")
  }

  private func place(_ rule: Rule) -> String { "\(rule.file):\(rule.line)" }
}
