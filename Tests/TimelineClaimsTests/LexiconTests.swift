import Testing

@testable import TimelineClaims

@Suite struct LexiconTests {
  @Test func dataFilesHaveNoFaults() {
    #expect(ClaimLexicon.english.faults.map(\.description) == [])
    #expect(ClaimLexicon.english.verbs.has("say", .report))
    #expect(ClaimLexicon.english.nouns.kind("meeting") == .event)
  }
}
