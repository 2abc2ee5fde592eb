import Testing

@testable import Timeline

/// Two articles that give two dates: of one event, or of two.
@Suite struct RedatingTests {
  private struct Told {
    var day: Int
    var outlet: String
    var text: String

    init(_ day: Int, _ outlet: String, _ text: String) {
      (self.day, self.outlet, self.text) = (day, outlet, text)
    }
  }

  /// The claims that both articles tell; days are those of March 2026.
  private func shared(_ one: Told, _ two: Told) throws -> [TrackedClaim] {
    let timeline = try Timeline.inMemory()
    let start = try #require(CivilDate(year: 2026, month: 3, day: 1)).number
    for (key, told) in [("one", one), ("two", two)] {
      try timeline.add(
        Article(
          key: key, published: DocumentTime(day: start + (told.day - 1)), outlet: told.outlet, text: told.text
        ))
    }
    return try timeline.everything.filter { $0.articles == 2 }
  }

  @Test func aLaterArticleWithAnotherDateRevises() throws {
    let claims = try shared(
      Told(2, "Post", "Orvane Aerospace will launch its Karv weather satellite from Tessel on 12 March."),
      Told(6, "Times", "Orvane Aerospace will launch its Karv weather satellite on 15 March, from Tessel."))
    #expect(claims.map { $0.mentions.map(\.link.kind) } == [[.first, .revision]])
    #expect(claims.first?.moves.map(\.days) == [3])
  }

  @Test func twoOutletsWithinTwoDaysContradictEachOther() throws {
    let claims = try shared(
      Told(2, "Post", "Orvane Aerospace will launch its Karv weather satellite from Tessel on 12 March."),
      Told(3, "Times", "Orvane Aerospace will launch its Karv weather satellite on 15 March, from Tessel."))
    #expect(claims.map { $0.mentions.map(\.link.kind) } == [[.first, .conflict]])
  }

  @Test func oneOutletCorrectsItself() throws {
    let claims = try shared(
      Told(2, "Post", "Orvane Aerospace will launch its Karv weather satellite from Tessel on 12 March."),
      Told(3, "Post", "Orvane Aerospace will launch its Karv weather satellite on 15 March, from Tessel."))
    #expect(claims.map { $0.mentions.map(\.link.kind) } == [[.first, .revision]])
  }

  @Test(arguments: [
    (
      "The new Hallam Bridge will open on 20 March.",
      "The opening of the Hallam Bridge has been put back to 5 May."
    ),
    (
      "Calder Mutual will hold its general assembly on 14 May.",
      "Calder Mutual has brought forward its general assembly to 30 April."
    ),
    ("The Tessel airport is scheduled to open in 2027.", "The Tessel airport is expected to open in 2029."),
  ])
  func aMovedDateTakesTheOldOnesPlace(old: String, new: String) throws {
    let claims = try shared(Told(2, "Post", old), Told(9, "Times", new))
    #expect(claims.map { $0.mentions.map(\.link.kind) } == [[.first, .revision]])
    #expect(claims.first?.standing == 1)
  }

  @Test(arguments: [
    (
      "The Federal Reserve will meet on 18 March to decide on interest rates.",
      "The Federal Reserve will meet on 29 April to decide on interest rates."
    ),
    (
      "Dorland United will play Tessel City on 14 March in the league.",
      "Dorland United will play Hallam Rovers on 17 March in the league."
    ),
    (
      "Karvelia will hold a presidential election on 14 June.",
      "Karvelia will hold a parliamentary election on 20 June."
    ),
    (
      "Karvelia and Sorenia will hold a first round of talks in Tessel on 14 March.",
      "Karvelia and Sorenia will hold a second round of talks in Tessel on 18 March."
    ),
    (
      "Orvane will launch the Karv satellite on 14 March.",
      "Orvane will launch the Fenna satellite on 28 March."
    ),
    (
      "Orvane will launch the Karv satellite on 14 March.",
      "Orvane will launch the Karv satellite on 14 March and the Karv satellite again on 28 March."
    ),
    ("The dividend is payable on 14 April.", "The dividend is payable on 20 April."),
  ])
  func anotherEventOfTheKindStaysApart(one: String, two: String) throws {
    let claims = try shared(Told(2, "Post", one), Told(6, "Times", two))
    #expect(claims.allSatisfy { !$0.mentions.contains { [.revision, .conflict].contains($0.link.kind) } })
  }

  @Test func whatHasTakenPlaceIsNotMoved() throws {
    let claims = try shared(
      Told(2, "Post", "Calder and Vane will meet in Tessel on 14 March."),
      Told(20, "Times", "Calder and Vane will meet in Tessel on 24 March."))
    #expect(claims.isEmpty)
  }
}
