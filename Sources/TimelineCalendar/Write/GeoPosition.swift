package import TimelineClaims

/// A point on the map, as `GEO` tells it (RFC 5545, 3.8.1.6).
package struct GeoPosition: Hashable, Sendable {
  /// Degrees north, -90 through 90.
  package let latitude: Double
  /// Degrees east, -180 through 180.
  package let longitude: Double

  /// Nil beyond the ends of the map.
  package init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The place of a claim; nil where it has none on the map, or a choice of several.
  package init?(of claim: Claim) {
    guard let point = claim.point, let latitude = point.latitude, let longitude = point.longitude else {
      return nil
    }
    self.init(latitude: latitude, longitude: longitude)
  }

  /// `50.4501;30.5234`, to six digits, which is to the tenth of a metre.
  var text: String { Self.decimal(latitude) + ";" + Self.decimal(longitude) }

  private static func decimal(_ degrees: Double) -> String {
    let millionths = Int((abs(degrees) * 1_000_000).rounded())
    var digits = String(millionths % 1_000_000)
    digits = String(repeating: "0", count: 6 - digits.count) + digits
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    return (degrees < 0 && millionths > 0 ? "-" : "") + "\(millionths / 1_000_000)." + digits
  }
}
