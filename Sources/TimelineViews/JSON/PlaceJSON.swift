import TimelinePlaces

/// What the gazetteer knows of a claim's places.
enum PlaceJSON {
  static func details(_ readings: [PlaceReading], to json: inout JSONWriter) {
    json.key("place_details")
    json.array(readings) { json, reading in
      json.object {
        $0.member("text", reading.text)
        members(of: reading.place, to: &$0)
        $0.key("other_readings")
        $0.array(reading.others) { json, other in json.object { members(of: other, to: &$0) } }
        $0.member("ground", reading.ground)
      }
    }
  }

  private static func members(of place: GeoPlace, to json: inout JSONWriter) {
    json.member("name", place.name)
    json.member("kind", place.kind.rawValue)
    json.member("country", place.country)
    json.member("region", place.region)
    json.member("latitude", place.latitude, decimals: 3)
    json.member("longitude", place.longitude, decimals: 3)
    json.member("zone", place.zone)
    json.member("population", place.population)
  }
}
