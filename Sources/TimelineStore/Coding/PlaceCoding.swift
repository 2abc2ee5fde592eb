import TimelinePlaces

/// ``PlaceReading`` as compact JSON. Degrees are kept in thousandths, as finely as the gazetteer has them.
extension PlaceReading {
  var atom: Atom { .list([.text(text), place.atom, .list(others.map(\.atom)), .text(ground)]) }

  init?(_ atom: Atom) {
    guard let text = atom[0].text, let place = GeoPlace(atom[1]) else { return nil }
    self.init(
      text: text, place: place, others: (atom[2].list ?? []).compactMap { GeoPlace($0) },
      ground: atom[3].text ?? "")
  }
}

extension GeoPlace {
  var atom: Atom {
    .list([
      .text(name), .text(kind.rawValue), .text(country), .optional(region),
      .optional(latitude.map(Self.stored)),
      .optional(longitude.map(Self.stored)), .optional(zone), .int(population), .bool(isCapital),
    ])
  }

  init?(_ atom: Atom) {
    guard let name = atom[0].text, let kind = atom[1].text.flatMap({ Kind(rawValue: $0) }),
      let country = atom[2].text
    else { return nil }
    self.init(
      name: name, kind: kind, country: country, region: atom[3].text,
      latitude: Self.degrees(atom[4], within: 90), longitude: Self.degrees(atom[5], within: 180),
      zone: atom[6].text, population: max(atom[7].int ?? 0, 0), isCapital: atom[8].bool ?? false)
  }

  private static func stored(_ degrees: Double) -> Int { Int((degrees * 1000).rounded()) }

  /// Degrees such as the globe has; nil for those of a damaged row.
  private static func degrees(_ atom: Atom, within limit: Int) -> Double? {
    guard let stored = atom.int, (-limit * 1000...limit * 1000).contains(stored) else { return nil }
    return Double(stored) / 1000
  }
}
