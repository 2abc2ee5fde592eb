import TimelineDates
import TimelinePlaces
import TimelineTimes

/// Tells in which zone a clock time stands: that of the place which its clause names, and where the text writes
/// a zone of several meanings (`IST`), that of a place which has it.
struct PlaceZones {
  let places: ArticlePlaces
  /// The zone that the settings assume where a text names none.
  let assumed: String?

  /// - Parameter readings: The places where the event is, those that it only leads to or comes from left out.
  func zoned(_ resolution: Resolution, at readings: [PlaceReading]) -> Resolution {
    guard let chosen = resolution.chosen, chosen.period.grain.isClock else { return resolution }
    if chosen.zone == nil || chosen.zone == assumed {
      guard let reading = readings.first, let zone = reading.place.zone,
        readings.allSatisfy({ $0.place.zone == zone }),
        let offset = ZoneTable.english.offset(of: zone, at: chosen.period.start)
      else { return resolution }
      return resolution.setting(zone: zone, Self.step("the clock of", reading.place, zone, offset))
    }
    guard let written = chosen.zone else { return resolution }
    return named(written, resolution, chosen, readings) ?? resolution
  }

  /// A zone of several meanings as a place has it that the text names: the claim's own, the one that the report
  /// comes from, a country if only one has such a zone.
  private func named(
    _ written: String, _ resolution: Resolution, _ chosen: Reading, _ readings: [PlaceReading]
  ) -> Resolution? {
    let start = chosen.period.start
    let offsets = Set(ZoneTable.english.meanings(of: written, at: start).map(\.offset))
    guard offsets.count > 1 else { return nil }
    func has(_ place: GeoPlace) -> Bool {
      place.zone.map { ZoneRules.world.zone($0, isCalled: written, offsets: offsets, at: start) } ?? false
    }
    let countries = places.countries.filter(has)
    let place =
      (readings.map(\.place) + [places.context.dateline].compactMap { $0 }).first(where: has)
      ?? (Set(countries.map(\.zone)).count == 1 ? countries.first : nil)
    guard let place, let zone = place.zone, let offset = ZoneTable.english.offset(of: zone, at: start) else {
      return nil
    }
    return resolution.setting(zone: zone, Self.step("\(written), the clock of", place, zone, offset))
  }

  private static func step(_ words: String, _ place: GeoPlace, _ zone: String, _ offset: Int) -> String {
    "\(words) \(place.name): \(zone), \(ZoneTable.text(offset: offset)) on that day"
  }
}

extension Resolution {
  /// All readings in a zone, with the step that gave it.
  fileprivate func setting(zone: String, _ step: String) -> Resolution {
    func set(_ reading: Reading) -> Reading {
      var reading = reading
      reading.zone = zone
      reading.steps.append(step)
      return reading
    }
    switch self {
    case .resolved(let reading): return .resolved(set(reading))
    case .ambiguous(let readings): return .ambiguous(readings.map(set))
    case .unanchored, .impossible: return self
    }
  }
}
