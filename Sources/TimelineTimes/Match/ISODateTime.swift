import TimelineDates
import TimelineText

/// A date with a clock time in the extended form of ISO 8601: `2022-03-13T02:30:00-05:00`.
struct ISODateTime {
  let term: TimeTerm

  /// Nil where the bytes are no such time. Fields of the date may be out of range; the date is impossible then.
  init?(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) {
    guard range.count >= ISODateTimeShape.shortest,
      ISODateTimeShape.end(bytes, from: range.lowerBound) == range.upperBound
    else { return nil }
    func number(_ offset: Int, _ width: Int) -> Int {
      var value = 0
      for index in range.lowerBound + offset..<range.lowerBound + offset + width {
        value = value * 10 + Int(bytes[index] - 48)
      }
      return value
    }
    let (hour, minute) = (number(11, 2), number(14, 2))
    let hasSeconds = range.count >= ISODateTimeShape.shortest + 3 && bytes[range.lowerBound + 16] == 58
    let second = hasSeconds ? number(17, 2) : nil
    guard hour <= 24, minute < 60, second ?? 0 <= 60, hour < 24 || minute + (second ?? 0) == 0 else {
      return nil
    }
    let clock = ClockTime(
      hour: hour, minute: minute, second: second.map { min($0, 59) },
      zone: ISODateTimeShape.zone(bytes, range))
    term = .at(clock, on: .date(PartialDate(year: number(0, 4), month: number(5, 2), day: number(8, 2))))
  }
}
