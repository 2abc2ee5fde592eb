import Testing

@testable import TimelinePlaces

@Suite struct GazetteerTests {
  private let gazetteer = Gazetteer.english

  private func read(_ text: String, naming names: String..., dateline: String? = nil) -> PlaceReading? {
    var context = PlaceContext()
    for name in names { context.note(name, in: gazetteer) }
    context.dateline = dateline.flatMap { gazetteer.reading(of: $0, in: PlaceContext())?.place }
    return gazetteer.reading(of: text, in: context)
  }

  @Test func tablesAreSound() {
    #expect(gazetteer.faults.isEmpty)
    #expect(CityTable.world.faults.isEmpty)
    #expect(CityTable.world.entries(Array("tokyo".utf8)).count == 1)
    #expect(CityTable.world.entries(Array("tokyoo".utf8)).isEmpty)
    #expect(CityTable.world.entries([]).isEmpty)
    #expect(CityTable.world.entries(Array("# source".utf8)).isEmpty)
  }

  @Test(arguments: [
    ("Kiev", "Kyiv", "UA", "Europe/Kyiv"), ("São Paulo", "São Paulo", "BR", "America/Sao_Paulo"),
    ("Bombay", "Mumbai", "IN", "Asia/Kolkata"), ("the Netherlands", "Netherlands", "NL", "Europe/Amsterdam"),
    ("The Hague", "The Hague", "NL", "Europe/Amsterdam"),
    ("New York", "New York City", "US", "America/New_York"),
    ("St. Petersburg", "Saint Petersburg", "RU", "Europe/Moscow"), ("Cork", "Cork", "IE", "Europe/Dublin"),
    ("the city of Cork", "Cork", "IE", "Europe/Dublin"), ("Paris", "Paris", "FR", "Europe/Paris"),
    ("Paris, Texas", "Paris", "US", "America/Chicago"), ("Paris, TX", "Paris", "US", "America/Chicago"),
    ("Washington", "Washington", "US", "America/New_York"),
    ("Washington state", "Washington", "US", "America/Los_Angeles"),
    ("the state of Georgia", "Georgia", "US", "America/New_York"),
    ("Georgia", "Georgia", "GE", "Asia/Tbilisi"),
  ])
  func namesAreRead(text: String, name: String, country: String, zone: String) {
    let reading = read(text)
    #expect(reading?.text == text)
    #expect(reading?.place.name == name)
    #expect(reading?.place.country == country)
    #expect(reading?.place.zone == zone)
  }

  @Test func contextDecidesBetweenPlacesOfOneName() {
    // Its own name says nothing of which Paris it is.
    #expect(read("Paris", naming: "Paris", "Texas")?.place.region == "TX")
    #expect(read("Paris", naming: "Texas", "France")?.place.country == "FR")
    #expect(read("Paris", naming: "Texas", "France")?.others.contains { $0.region == "TX" } == true)
    #expect(read("Georgia", naming: "Atlanta", dateline: "Atlanta")?.place.kind == .state)
    #expect(read("Georgia", naming: "Russian", "Moscow")?.place.country == "GE")
    #expect(read("Birmingham")?.place.country == "GB")
    #expect(read("Birmingham", naming: "Alabama")?.place.region == "AL")
    #expect(read("Birmingham", naming: "British", dateline: "London")?.place.country == "GB")
  }

  @Test func countriesHaveNoPoint() {
    let country = read("Ukraine")?.place
    #expect(country?.kind == .country)
    #expect(country?.latitude == nil)
    #expect(country?.zone == "Europe/Kyiv")
    #expect(read("Russia")?.place.zone == nil)
    let city = read("Tokyo")?.place
    #expect(city?.isCapital == true)
    #expect((35.0...36.0).contains(city?.latitude ?? 0))
    #expect((139.0...140.0).contains(city?.longitude ?? 0))
  }

  @Test(arguments: ["", ",", " ", "Zzyzx", "the", "Paris,", "state", "\u{0}", "a\tb", "Zzyzx, Nowhere"])
  func whatIsNoPlaceIsLeft(text: String) {
    #expect(read(text)?.place.name == (text == "Paris," ? "Paris" : nil))
  }
}
