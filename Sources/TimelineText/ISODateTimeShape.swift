/// Finds dates with a clock time in the extended form of ISO 8601, which stay one token.
public enum ISODateTimeShape {
  /// `2022-03-13T02:30`.
  public static let shortest = 16

  /// The end of the time that begins at a position; nil where none does, or where letters or digits follow.
  public static func end(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    guard start + shortest <= bytes.count, bytes[start + 4] == 45, bytes[start + 7] == 45,
      bytes[start + 10] == 84, bytes[start + 13] == 58
    else { return nil }
    for offset in [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15] where !isDigit(bytes, start + offset) {
      return nil
    }
    var end = start + shortest
    if end < bytes.count, bytes[end] == 58, isDigit(bytes, end + 1), isDigit(bytes, end + 2) {
      end += 3
      if end < bytes.count, bytes[end] == 46, isDigit(bytes, end + 1) {
        end += 1
        while isDigit(bytes, end) { end += 1 }
      }
    }
    end = zoneEnd(bytes, from: end)
    guard end < bytes.count else { return end }
    return Letters.isLetter(bytes, at: end) || isDigit(bytes, end) ? nil : end
  }

  /// The zone at the end of such a time, as `UTC` or `-05:00`; nil without one.
  public static func zone(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> String? {
    guard let last = range.last else { return nil }
    if bytes[last] == 90 { return "UTC" }
    for width in [6, 5] {
      let first = range.upperBound - width
      guard first >= range.lowerBound + shortest, bytes[first] == 43 || bytes[first] == 45 else { continue }
      var zone: [UInt8] = []
      for index in first..<range.upperBound where bytes[index] != 58 { zone.append(bytes[index]) }
      return String(decoding: zone.prefix(3) + [58] + zone.suffix(2), as: UTF8.self)
    }
    return nil
  }

  private static func zoneEnd(_ bytes: borrowing Span<UInt8>, from end: Int) -> Int {
    guard end < bytes.count else { return end }
    if bytes[end] == 90 { return end + 1 }
    guard bytes[end] == 43 || bytes[end] == 45, isDigit(bytes, end + 1), isDigit(bytes, end + 2) else {
      return end
    }
    let minutes = end + 3 < bytes.count && bytes[end + 3] == 58 ? end + 4 : end + 3
    return isDigit(bytes, minutes) && isDigit(bytes, minutes + 1) ? minutes + 2 : end
  }

  private static func isDigit(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
    index < bytes.count && bytes[index] &- 48 < 10
  }
}
