import Testing
import TimelineText

@testable import TimelineTracking

@Suite struct NameTests {
  private func likeness(_ one: String, _ two: String) -> Double {
    let reader = NameReader.english
    return reader.key(one, isProper: { _ in true }).likeness(to: reader.key(two, isProper: { _ in true }))
  }

  @Test(arguments: [
    ("Zelensky", "Zelenskyy"), ("Zelenskiy", "Zelenskyy"), ("Kyiv", "Kiev"), ("the U.S.", "Washington"),
    ("the United States", "America"), ("Müller", "Mueller"), ("Jürgen Müller", "Juergen Mueller"),
    ("Katarzyna Wójcik", "Katarzyna Wojcik"), ("Vandeperre", "Van de Perre"), ("Havrylov", "Gavrilov"),
    ("Petrova", "Petrowa"), ("the Karvelians", "Karvelia"), ("THE COMMISSION", "the Commission"),
  ])
  func spellingsAgree(one: String, two: String) {
    #expect(likeness(one, two) == 1)
  }

  @Test(arguments: [
    ("Brightwell", "Brightwell Foods"), ("President Putin", "Vladimir Putin"),
    ("the European Commission", "the Commission"),
    ("Brightwell's investors", "Brightwell"),
  ])
  func partsAreNearlySure(one: String, two: String) {
    #expect(likeness(one, two) == 0.9)
  }

  @Test(arguments: [
    ("Brightwell", "Alder & Moss"), ("Karvelia", "Sorenia"), ("Hall", "Gall"), ("he", "she"),
    ("Russia", "Ukraine"),
    ("", "Karvelia"),
  ])
  func othersDiffer(one: String, two: String) {
    #expect(likeness(one, two) == 0)
  }

  @Test func bodiesOfOneTownDiffer() {
    #expect(likeness("the Ashdown school board", "the Ashdown city council") == 0.4)
    #expect(likeness("the Ashdown council", "the Ashdown city council") == 0.9)
    #expect(likeness("the Ashdown council", "Ashdown") == 0.9)
  }

  @Test func aSharedSurnameIsNoCertainty() {
    #expect(likeness("John Smith", "Mary Smith") == 0.6)
  }

  @Test func foldingKeepsOtherScripts() {
    #expect(String(decoding: LatinFolding.fold("ÀÉÎõŁódźß — Œuvre"), as: UTF8.self) == "aeiolodzss — oeuvre")
    #expect(String(decoding: LatinFolding.fold("МОСКВА 東京"), as: UTF8.self) == "москва 東京")
  }
}
