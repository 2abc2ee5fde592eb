import Testing
import TimelineDates

@testable import TimelineClaims

/// Events that are doubted, wished for or stand under a condition, published on Thursday 2026-03-12.
@Suite struct DoubtTests {
  private let extractor = ClaimExtractor()

  /// The trigger, the modality, whether it is denied and whether it stands under a condition.
  private func told(_ text: String) throws -> [String] {
    let published = try #require(DocumentTime(iso: "2026-03-12"))
    return extractor.extract(text, published: published).claims.map {
      "\($0.trigger.text) \($0.modality.rawValue)" + ($0.isNegated ? " not" : "")
        + ($0.isConditional ? " if" : "")
    }
  }

  @Test(arguments: [
    ("There is no way the line opens before May.", "opens"),
    ("There is no chance that the tunnel will open this year.", "open"),
    ("There is no possibility that the plant restarts before July.", "restarts"),
    ("There is little chance of a deal before Sunday.", "deal"),
    ("There is no prospect of talks before April.", "talks"),
    ("No chance the bridge reopens by June, he said.", "reopens"),
    ("He sees no chance of a recovery before 2027.", "recovery"),
  ])
  func aSlightChanceDenies(_ text: String, _ trigger: String) throws {
    #expect(try told(text) == [trigger + " expected not"])
  }

  @Test(arguments: [
    ("There is a chance that the mine will close in May.", "close"),
    ("There is a risk of floods on Sunday.", "floods"),
  ])
  func aChanceLeavesOpen(_ text: String, _ trigger: String) throws {
    #expect(try told(text) == [trigger + " possible"])
  }

  @Test(arguments: [
    ("The committee may ask the minister to appear on 20 March.", "appear possible"),
    ("The board could order the plant to shut by June 30.", "shut possible"),
    ("Parliament might urge the government to hold the vote in May.", "vote possible"),
    ("She may call on the premier to resign on Monday.", "resign possible"),
    ("The lawyers are expected to ask the judge to release him on Friday.", "release expected"),
    ("The board ordered the plant to shut by June 30.", "shut demanded"),
  ])
  func aDemandThatIsNotMadeYet(_ text: String, _ expected: String) throws {
    #expect(try told(text) == [expected])
  }

  @Test(arguments: [
    ("The owners want to close the mine by June 30.", "close expected"),
    ("The club wants to sign him before Sunday.", "sign expected"),
    ("The firm wants the council to decide by June 30.", "decide demanded"),
    ("Miners want to be paid by Friday.", "paid demanded"),
  ])
  func whatOneWantsToDoIsNoDemand(_ text: String, _ expected: String) throws {
    #expect(try told(text) == [expected])
  }

  @Test(arguments: [
    (
      "The strike will go ahead on Friday unless talks resume this week.",
      ["strike scheduled if", "talks possible if"]
    ),
    ("The union will strike unless management returns to the table this week.", ["returns possible if"]),
    ("If talks resume this week, the march will be called off.", ["talks possible if"]),
    (
      "The tour will begin in June unless sales collapse in April.",
      ["tour scheduled if", "collapse possible if"]
    ),
  ])
  func conditions(_ text: String, _ expected: [String]) throws {
    #expect(try told(text) == expected)
  }

  @Test func whatOneRefusesToDoIsDenied() throws {
    #expect(try told("The rebels refused to meet the envoy on Sunday.") == ["meet happened not"])
  }
}
