import Testing
import TimelineDates
import TimelineLanguage

@testable import TimelineClaims

@Suite struct ConfidenceTests {
  private func extraction(_ text: String) throws -> Extraction {
    ClaimExtractor().extract(text, published: try #require(DocumentTime(iso: "2026-05-14")))
  }

  private let text = """
    The ministers will meet in Geneva on Friday. If the papers do not arrive by Monday, the talks, which the two \
    sides had wanted to resume before the summer, may not take place, an official said last week.
    """

  @Test func everyClaimHasAConfidenceAndItsGrounds() throws {
    let found = try extraction(text)
    #expect(found.claims.count > 1)
    #expect(found.grounds.count == found.claims.count)
    for (claim, grounds) in zip(found.claims, found.grounds) {
      let confidence = try #require(claim.confidence)
      #expect((0.01...0.99).contains(confidence))
      #expect(grounds.contains { $0.name == "bias" })
      let shares = grounds.map { abs($0.share) }
      #expect(shares == shares.sorted(by: >))
    }
    let meeting = try #require(found.claims.first { $0.event == "meet" })
    #expect(
      found.claims.allSatisfy { ($0.confidence ?? 1) <= (meeting.confidence ?? 0) },
      "the plainest is the surest")
  }

  @Test func unsureClaimsAreLeftOut() throws {
    let found = try extraction(text)
    #expect(found.keeping(confidence: 0) == found)
    let kept = found.keeping(confidence: 0.98)
    #expect(kept.claims.count < found.claims.count)
    #expect(kept.times == found.times)
    #expect(kept.grounds.count == kept.claims.count)
  }

  @Test func evidenceNamesWhatDecidedEachField() throws {
    let claims = try extraction(text).claims
    let meeting = try #require(claims.first { $0.event == "meet" })
    for field in [
      "event: ", "time: ", "relation: ", "modality: ", "source: ", "actor: ", "place: ", "confidence: ",
    ] {
      #expect(meeting.evidence.contains { $0.hasPrefix(field) }, "\(field)")
    }
    #expect(
      meeting.evidence.contains { $0.hasPrefix("place: Geneva, behind “in”; Geneva, CH") },
      "\(meeting.evidence)")
    let arrival = try #require(claims.first { $0.event == "arrive" })
    #expect(arrival.evidence.contains { $0.hasPrefix("negation: ") })
    #expect(arrival.evidence.contains { $0.hasPrefix("condition: ") })
    #expect(arrival.evidence.contains("relation: by, from “by”"))
  }

  @Test func theModelIsALogisticRegression() {
    var faults: [DataMistake] = []
    let file = DataFile("x.tsv", text: "bias\t1\t\na\t-2\tan a\nb\t40\ta b\nc\tmany\t\n")
    let model = ConfidenceModel(file, &faults)
    #expect(faults.count == 1)
    #expect(model.judge([("bias", 1)]).confidence == 0.73)
    #expect(model.judge([("bias", 1), ("a", 1), ("unknown", 5)]).confidence == 0.27)
    #expect(model.judge([("bias", 1), ("a", 0.5)]).confidence == 0.5)
    #expect(model.judge([("b", 1)]).confidence == 0.99)
    #expect(model.judge([("b", -1)]).confidence == 0.01)
    let judgement = model.judge([("bias", 1), ("a", 1)])
    #expect(judgement.line == "confidence: 0.27; against it: an a")
    #expect(judgement.grounds.map(\.name) == ["a", "bias"])
  }
}
