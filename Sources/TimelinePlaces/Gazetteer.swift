import CTimelineData
package import TimelineLanguage

/// Names of cities, countries and states, and words for the people of a country.
package struct Gazetteer: Sendable {
  /// One thing that a name can stand for.
  package struct Sense: Hashable, Sendable {
    package var place: GeoPlace
    /// Whether the place goes by another name usually.
    package var isOtherName: Bool
  }

  /// Countries and states by key.
  private var areas: [String: [GeoPlace]] = [:]
  private var countries: [String: GeoPlace] = [:]
  private var states: [String: GeoPlace] = [:]
  /// Codes of countries by the key of a word for their people.
  private var demonyms: [String: [String]] = [:]
  /// The most words in a name of ``areas`` and ``demonyms``.
  package private(set) var longest = 1
  package private(set) var faults: [DataMistake] = []
  /// What words behind a name say of it: `Washington state`.
  private var kinds: [String: GeoPlace.Kind] = [:]
  private let cities = CityTable.world

  package static let english = Gazetteer()

  private init() {
    readCountries(DataFile("data/places/countries.tsv", timeline_data_places_countries()))
    readStates(DataFile("data/places/states.tsv", timeline_data_places_states()))
    readDemonyms(DataFile("data/en/places/demonyms.tsv", timeline_data_places_demonyms()))
    readWords(DataFile("data/en/places/words.tsv", timeline_data_places_words()))
    longest = (Array(areas.keys) + Array(demonyms.keys)).map { $0.split(separator: " ").count }.max() ?? 1
  }

  private mutating func readCountries(_ file: DataFile) {
    for (line, cells) in file.rows {
      guard cells.count == 5, let population = Int(cells[2]) else {
        faults.append(file.fault(line, "expected code, capital, people, zone and names, with tabs"))
        continue
      }
      let names = cells[4].split(separator: ";").map(String.init)
      let place = GeoPlace(
        name: names.first ?? "", kind: .country, country: String(cells[0]),
        zone: cells[3] == "-" ? nil : String(cells[3]), population: population)
      countries[place.country] = place
      for name in names { areas[PlaceKey.string(name), default: []].append(place) }
    }
  }

  private mutating func readStates(_ file: DataFile) {
    for (line, cells) in file.rows {
      guard cells.count == 4, let population = Int(cells[1]) else {
        faults.append(file.fault(line, "expected code, people, zone and name, with tabs"))
        continue
      }
      let place = GeoPlace(
        name: String(cells[3]), kind: .state, country: "US", region: String(cells[0]),
        zone: cells[2] == "-" ? nil : String(cells[2]), population: population)
      states[String(cells[0])] = place
      areas[PlaceKey.string(place.name), default: []].append(place)
    }
  }

  private mutating func readDemonyms(_ file: DataFile) {
    for (line, cells) in file.rows {
      guard cells.count == 2, countries[String(cells[0])] != nil else {
        faults.append(file.fault(line, "expected the code of a country and words, with a tab"))
        continue
      }
      for word in cells[1].split(separator: ";") {
        demonyms[PlaceKey.string(String(word)), default: []].append(String(cells[0]))
      }
    }
  }

  private mutating func readWords(_ file: DataFile) {
    for (line, cells) in file.rows {
      guard cells.count == 2, let kind = GeoPlace.Kind(rawValue: String(cells[1])) else {
        faults.append(file.fault(line, "expected a word and city, state or country, with a tab"))
        continue
      }
      kinds[String(cells[0])] = kind
    }
  }

  /// A name without a word that tells what it names (`Washington state`, `the city of Cork`), and that kind.
  func bareName(_ name: String) -> (name: String, kind: GeoPlace.Kind)? {
    let words = name.split(separator: " ")
    if words.count > 1, let last = words.last, let kind = kinds[last.lowercased()] {
      return (words.dropLast().joined(separator: " "), kind)
    }
    for (index, word) in words.enumerated() where index < 2 && words.count > index + 2 {
      if let kind = kinds[word.lowercased()] {
        return (words[(index + 2)...].joined(separator: " "), kind)
      }
    }
    return nil
  }

  /// The name of a city, town or village that the words before it call one.
  package func bareCity(_ name: String) -> String? {
    guard let bare = bareName(name), bare.kind == .city, name.hasSuffix(bare.name) else { return nil }
    return bare.name
  }

  /// Everything that a name can stand for, in no order of likelihood.
  package func senses(of name: String) -> [Sense] { senses(ofKey: PlaceKey.of(name)) }

  /// The same of a name as ``PlaceKey`` writes it.
  func senses(ofKey key: [UInt8]) -> [Sense] {
    var key = key
    var found = senses(key: key)
    // `the Netherlands`, but `The Hague`.
    if found.isEmpty, key.starts(with: Self.article) {
      key.removeFirst(Self.article.count)
      found = senses(key: key)
    }
    return found
  }

  private static let article = Array("the ".utf8)

  private func senses(key: [UInt8]) -> [Sense] {
    let areas = areas[String(decoding: key, as: UTF8.self)] ?? []
    return areas.map { Sense(place: $0, isOtherName: false) }
      + cities.entries(key).map { Sense(place: $0.place, isOtherName: $0.isOtherName) }
  }

  /// Countries and states of a name, a state's code (`TX`) and its short form included.
  package func areas(named name: String) -> [GeoPlace] {
    if name.utf8.count == 2, let state = states[name] { return [state] }
    let key = PlaceKey.string(name)
    return areas[key] ?? (key.hasPrefix("the ") ? areas[String(key.dropFirst(4))] : nil) ?? []
  }

  /// Codes of the countries whose people or language a word names: `Ukrainian`.
  package func countries(ofPeople word: String) -> [String] {
    countries(ofPeopleKeyed: PlaceKey.string(word))
  }

  /// The same of a word as ``PlaceKey`` writes it.
  func countries(ofPeopleKeyed key: String) -> [String] {
    demonyms[key] ?? (key.hasSuffix("s") ? demonyms[String(key.dropLast())] : nil) ?? []
  }

  package func country(_ code: String) -> GeoPlace? { countries[code] }
}
