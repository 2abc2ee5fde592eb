/// Groups of digits with single marks between them: `16:45`, `6/12/2026`, `1,500`.
struct DigitGroups {
  private(set) var values: [Int] = []
  /// How many digits each group has.
  private(set) var widths: [Int] = []
  private(set) var separators: [UInt8] = []

  /// Nil where another byte stands in it, or a group is longer than nine digits.
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
        guard width > 0 else { return nil }
        values.append(value)
        widths.append(width)
        separators.append(byte)
        value = 0
        width = 0
      }
    }
    guard width > 0 else { return nil }
    values.append(value)
    widths.append(width)
  }

  /// Whether all separators are the same.
  var isUniform: Bool { separators.allSatisfy { $0 == separators[0] } }
}
