import TimelineLanguage

extension Gazetteer {
  /// What a place in a text means; nil where the gazetteer does not know it.
  ///
  /// Each sense is weighed by the logarithm of its people and by what the text says: the country or state
  /// behind a comma (`Paris, Texas`), those named elsewhere, the dateline.
  package func reading(
    of text: String, in context: @autoclosure () -> PlaceContext
  ) -> PlaceReading? {
    let parts = text.split(separator: ",", maxSplits: 1).map(String.init)
    guard let name = parts.first else { return nil }
    var senses = senses(of: name)
    var kind: GeoPlace.Kind?
    if senses.isEmpty, let (bare, called) = bareName(name) {
      kind = called
      senses = self.senses(of: bare).filter { $0.place.kind == called }
    }
    let around = parts.count > 1 ? areas(named: Self.trimmed(parts[1])) : []
    if !around.isEmpty {
      senses = senses.filter { sense in around.contains { $0.holds(sense.place) } }
    }
    guard let first = senses.first else { return nil }
    if senses.count == 1 {
      let ground = kind.map { Self.called($0) } ?? (around.isEmpty ? Self.only : Self.qualified)
      return PlaceReading(text: text, place: first.place, ground: ground)
    }
    let context = context()
    let ranked = senses.map {
      ($0.place, Weight($0, context, beside: PlaceKey.string(name), isFreeStanding: around.isEmpty))
    }
    .sorted { $0.1.sum > $1.1.sum }
    guard let best = ranked.first else { return nil }
    let others = ranked.dropFirst().filter { best.1.sum - $0.1.sum < Self.doubt }.prefix(3).map(\.0)
    var grounds = best.1.grounds
    if let kind { grounds.append(Self.called(kind)) }
    if !around.isEmpty { grounds.append(Self.qualified) }
    return PlaceReading(
      text: text, place: best.0, others: others,
      ground: grounds.isEmpty ? Self.largest : grounds.joined(separator: ", "))
  }

  private static let only = "the only place of its name"
  private static let qualified = "by the country or state behind the comma"
  private static func called(_ kind: GeoPlace.Kind) -> String { "called a \(kind.rawValue)" }
  private static let largest = "the likeliest of its name by its people"
  /// Readings that weigh less than the best by more than this are no rivals of it.
  private static let doubt = 3.0

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// How likely a sense is: powers of ten.
  private struct Weight {
    var sum: Double
    var grounds: [String] = []

    init(_ sense: Sense, _ context: PlaceContext, beside key: String, isFreeStanding: Bool) {
      let place = sense.place
      sum = place.population.logarithm
      switch place.kind {
      case .country: sum += 1
      // `New York` by itself is the city, `Washington` the capital.
      case .state: sum -= 2
      case .city: if place.isCapital { sum += 0.5 }
      }
      if sense.isOtherName { sum -= 1 }
      guard isFreeStanding else { return }
      if let region = place.region, context.namesState(region, beside: key) {
        sum += place.kind == .state ? 2 : 3
        grounds.append("\(region) is named")
      } else if place.kind != .country, context.namesCountry(place.country, beside: key) {
        sum += 0.7
        grounds.append("\(place.country) is named")
      }
      if let dateline = context.dateline, dateline.country == place.country {
        sum += dateline.region != nil && dateline.region == place.region ? 2.5 : 1
        grounds.append("the report comes from \(dateline.description)")
      }
    }
  }
}

extension GeoPlace {
  /// Whether a country or state holds another place.
  fileprivate func holds(_ other: GeoPlace) -> Bool {
    guard other.country == country, other != self else { return false }
    return kind == .country || kind == .state && other.region == region
  }
}

extension Int {
  /// The logarithm to base ten, near enough for weighing, of one more.
  fileprivate var logarithm: Double {
    var rest = Double(self + 1)
    var power = 0.0
    while rest >= 10 {
      rest /= 10
      power += 1
    }
    return power + (rest - 1) / 9
  }
}
