import Testing
import TimelineDates
import TimelineLanguage
import TimelineText

@testable import TimelineTimes

/// Which words a sentence is looked through for.
@Suite struct TriggerTests {
  private let grammar = Grammar.english

  private func isRead(_ text: String) -> Bool {
    let document = LanguageCore.english.document(text)
    var readings = TokenReadings(grammar)
    return readings.isTriggered(0..<document.tokens.count, of: document.tokens, document.text.bytes.span)
  }

  @Test(arguments: [
    "The company said it sold 150,000 of its 2.5 million shares to one of the next two bidders.",
    "He was the last of three people at the table, for the man was alone in it.",
    "\"No\" - she told them",
  ])
  func sentencesWithoutATriggerAreNotRead(text: String) { #expect(!isRead(text)) }

  @Test(arguments: [
    "until Friday", "the 1990s", "at present", "in recent years", "Q3", "at 4:45", "1987", "the 12th",
  ])
  func triggersAreSeen(text: String) { #expect(isRead(text)) }

  /// No expression can be made of bystanders alone: whatever the rules' own examples match holds a trigger.
  @Test func everyExampleHoldsATrigger() {
    for example in grammar.examples where example.matches { #expect(isRead(example.text), "\(example.text)") }
  }

  @Test func numbersAreBystanders() {
    #expect(!grammar.isTriggerClass[Int(grammar.shapes.integer)])
    #expect(!grammar.isTriggerClass[Int(grammar.shapes.decimal)])
    #expect(grammar.isTriggerClass[Int(grammar.shapes.year)])
  }

  /// Every token of a long sentence is touched a bounded number of times.
  @Test(arguments: [
    "the ", "1 ", "Monday ", "12 June to 13 June and ", "first half of the ", "\" ", "2026-", "a.m. ",
  ])
  func workIsLinearInASentencesLength(unit: String) {
    func results(_ count: Int) -> Int {
      let document = LanguageCore.english.document(String(repeating: unit, count: count))
      var matcher = Matcher(grammar)
      _ = matcher.matches(
        in: 0..<document.tokens.count, of: document.tokens, document.text.bytes.span)
      return matcher.steps
    }
    let (short, long) = (results(200), results(2000))
    #expect(long <= short * 11 + 1000, "\(short) steps for 200, \(long) for 2000")
  }
}
