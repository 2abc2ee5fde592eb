import TimelineDates

extension DateFinder {
  /// A day within the path of the page's address: `/2026/02/12/`, `/2026-02-12-`, `20260212`, `/2026/feb/12/`.
  mutating func readAddress(_ address: String) {
    guard let start = address.firstRange(of: "://")?.upperBound,
      let slash = address[start...].utf8.firstIndex(of: UInt8(ascii: "/"))
    else { return }
    let path = Array(address[slash...].utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    // Within addresses all marks part words.
    var plain = path.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
    plain.append(UInt8(ascii: "/"))
    guard let date = DateScanner(plain[...], isMonthFirst: false, isAddress: true).dates(limit: 1).first,
      !date.isAmbiguous
    else { return }
    let text = String(decoding: path[date.range.clamped(to: 0..<path.count)], as: UTF8.self)
    let isCompact = date.range.count == 8
    add(
      .address, .published, "address", text, (DocumentTime(day: date.time.day), false),
      DateRank.address - (isCompact ? 6 : 0))
  }
}
