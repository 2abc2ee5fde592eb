/// Groups of digits with single marks between them: `16:45`, `6/12/2026`, `1,500`. At most four.
struct DigitGroups {
  private(set) var values = SIMD4<Int>()
  /// How many digits each group has.
  private(set) var widths = SIMD4<Int>()
  /// The mark behind each group but the last.
  private(set) var separators = SIMD4<UInt8>()
  /// How many groups there are.
  private(set) var count = 0

  /// Nil where another byte stands in it, a group is longer than nine digits, or there are more than four.
  init?(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    var value = 0
    var width = 0
    for index in range {
      let byte = bytes[index]
      if byte &- 48 < 10 {
        guard width < 9 else { return nil }
        value = value * 10 + Int(byte - 48)
        width += 1
      } else {
        guard width > 0, count < 3 else { return nil }
        values[count] = value
        widths[count] = width
        separators[count] = byte
        count += 1
        value = 0
        width = 0
      }
    }
    guard width > 0 else { return nil }
    values[count] = value
    widths[count] = width
    count += 1
  }

  /// Whether all separators are the same.
  var isUniform: Bool {
    for index in 1..<max(count - 1, 1) where separators[index] != separators[0] { return false }
    return true
  }

  /// Whether all groups but the first have three digits, and the first no more.
  var isByThousands: Bool {
    for index in 1..<count where widths[index] != 3 { return false }
    return widths[0] <= 3
  }

  /// The number that groups of thousands make.
  var thousands: Int {
    var number = 0
    for index in 0..<count { number = number * 1000 + values[index] }
    return number
  }
}
