import Testing

@testable import TimelineClaims

@Suite struct AttributionTests {
  private func attributions(_ text: String) -> [Attribution] { ClaimExtractor().attributions(in: text) }

  private func only(_ text: String) throws -> Attribution {
    let found = attributions(text)
    #expect(found.count == 1, "\(found.map(\.cue.text))")
    return try #require(found.first)
  }

  @Test func directSpeech() throws {
    let said = try only("“We will pay by Friday,” the minister said.")
    #expect(said.source?.text == "the minister")
    #expect(said.cue.text == "said")
    #expect(said.content.map(\.text).joined().contains("We will pay by Friday"))
    #expect(!said.isNested)
  }

  @Test func indirectSpeechWithAPronoun() throws {
    let found = attributions("Mayor Ina Sol spoke on Monday. She said that the bridge would close.")
    let said = try #require(found.last)
    #expect(said.source?.text == "She")
    #expect(said.name == "Ina Sol")
    #expect(said.content.first?.text == "that the bridge would close")
  }

  @Test func citation() throws {
    let cited = try only("The talks failed, according to two diplomats.")
    #expect(cited.source?.text == "two diplomats")
    #expect(cited.cue.text == "according to")
  }

  @Test func attitudes() throws {
    let criticised = try only("Ana Brandt criticized the budget.")
    #expect(criticised.source?.text == "Ana Brandt")
    #expect(criticised.content.first?.text == "the budget")
  }

  @Test func nestedSpeech() throws {
    let found = attributions("An official told reporters that the ministry had promised to build the road.")
    #expect(found.map(\.isNested) == [false, true])
  }

  @Test func offsetsAreScalars() throws {
    let text = "🛰️ “Es geht,” said Bo Lund."
    let said = try only(text)
    #expect(said.cue.text == "said")
    let scalars = Array(text.unicodeScalars)
    #expect(String(String.UnicodeScalarView(scalars[said.cue.span])) == "said")
  }

  @Test func nothingSaidNothingAttributed() {
    #expect(attributions("The bridge is closed.").isEmpty)
    #expect(attributions("").isEmpty)
  }
}
