/// A place that the gazetteer knows.
///
/// Source: GeoNames, cities of more than 15,000 people and countries (CC BY 4.0).
public struct GeoPlace: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable { case city, state, country }

  /// The usual name: `Kyiv` for a text's `Kiev`.
  public var name: String
  public var kind: Kind
  /// The country's code after ISO 3166-1: `UA`.
  public var country: String
  /// The code of the state, in the United States only: `TX`.
  public var region: String?
  /// Degrees north, -90 through 90; nil for countries and states, which are no points.
  public var latitude: Double?
  /// Degrees east, -180 through 180; nil for countries and states.
  public var longitude: Double?
  /// The IANA time zone; nil where people of a country or state live in several.
  public var zone: String?
  /// People, as GeoNames counts them; 0 where it does not say.
  public var population: Int
  /// Whether it is the capital of its country.
  public var isCapital: Bool

  public init(
    name: String, kind: Kind, country: String, region: String? = nil, latitude: Double? = nil,
    longitude: Double? = nil, zone: String? = nil, population: Int = 0, isCapital: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.country = country
    self.region = region
    self.latitude = latitude
    self.longitude = longitude
    self.zone = zone
    self.population = population
    self.isCapital = isCapital
  }

  /// `Paris, TX, US`: the name with what tells it from others of the same name.
  public var description: String {
    kind == .country ? name : ([name, region] + [country]).compactMap { $0 }.joined(separator: ", ")
  }
}
