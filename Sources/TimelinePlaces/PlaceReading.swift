/// What a claim's place means, after the gazetteer.
public struct PlaceReading: Hashable, Sendable, Codable {
  /// The place as the claim names it.
  public var text: String
  public var place: GeoPlace
  /// What the name may mean instead, likeliest first.
  public var others: [GeoPlace]
  /// What decided, in words.
  public var ground: String

  public init(text: String, place: GeoPlace, others: [GeoPlace] = [], ground: String) {
    self.text = text
    self.place = place
    self.others = others
    self.ground = ground
  }
}
