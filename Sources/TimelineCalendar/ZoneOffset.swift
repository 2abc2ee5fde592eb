/// Zones whose distance from UTC is certain without a time zone database.
enum ZoneOffset {
  /// Minutes east of UTC for `+02:00`, `UTC+2`, `Z` and the names that RFC 5322 (4.3) defines; nil for
  /// others, whose distance depends on the place, the season or the reader.
  static func minutes(_ zone: String) -> Int? {
    if let named = names[zone.uppercased()] { return named }
    var rest = Substring(zone.uppercased())
    for prefix in ["UTC", "GMT"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    guard let mark = rest.first, mark == "+" || mark == "-" || mark == "−" else { return nil }
    let parts = rest.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, first.count <= (parts.count == 2 ? 2 : 4),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      var hours = Int(first)
    else { return nil }
    var minutes = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    if first.count > 2 { (hours, minutes) = (hours / 100, hours % 100) }
    guard hours <= 14, minutes < 60 else { return nil }
    return (mark == "+" ? 1 : -1) * (hours * 60 + minutes)
  }

  private static let names = [
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420,
    "MDT": -360, "PST": -480, "PDT": -420,
  ]
}
