/// What an article names beside a place, which tells which of several places of one name it means.
package struct PlaceContext: Hashable, Sendable {
  /// Codes of countries that the text names, by name, by their people or by a large city, with the keys of
  /// the names.
  package private(set) var countries: [String: Set<String>] = [:]
  /// Codes of states of the United States that the text names, by name or by a large city.
  package private(set) var states: [String: Set<String>] = [:]
  /// The place before the first sentence; nil where there is none.
  package var dateline: GeoPlace?

  package init() {}

  /// Whether the text names a country by another word than a name itself.
  func namesCountry(_ code: String, beside key: String) -> Bool { Self.isNamed(countries[code], beside: key) }

  func namesState(_ code: String, beside key: String) -> Bool { Self.isNamed(states[code], beside: key) }

  private static func isNamed(_ names: Set<String>?, beside key: String) -> Bool {
    guard let names else { return false }
    return names.contains { $0 != key }
  }

  /// Takes note of what a capitalised word or a run of them names.
  package mutating func note(_ name: String, in gazetteer: Gazetteer) {
    let bytes = PlaceKey.of(name)
    let key = String(decoding: bytes, as: UTF8.self)
    for code in gazetteer.countries(ofPeopleKeyed: key) { countries[code, default: []].insert(key) }
    let senses = gazetteer.senses(ofKey: bytes)
    guard let sense = senses.max(by: { $0.place.population < $1.place.population }) else { return }
    // Of countries and states that share their name each is named; of cities only a large one by its own name.
    for area in senses where area.place.kind != .city {
      if area.place.kind == .country { countries[area.place.country, default: []].insert(key) }
      if area.place.kind == .state, senses.allSatisfy({ $0.place.kind != .country }) {
        note(area.place, key)
      }
    }
    if sense.place.kind == .city, sense.place.population >= Self.largeCity { note(sense.place, key) }
  }

  private mutating func note(_ place: GeoPlace, _ key: String) {
    countries[place.country, default: []].insert(key)
    if let region = place.region { states[region, default: []].insert(key) }
  }

  private static let largeCity = 200_000
}
