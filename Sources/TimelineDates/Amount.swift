/// A length of time as words give it: `three weeks`, `a year and a half`, `several days`.
///
/// Calendar units (months and up) and exact units (days and down) are kept apart, since a month has
/// no fixed number of days.
public struct Amount: Hashable, Sendable, Codable {
  /// How many of ``grain``; nil where the words leave it open (`weeks`, `several days`).
  public var count: Double?
  /// The unit that the words name.
  public var grain: Grain
  /// What stands in for an open count.
  public var assumed: Double

  public init(_ count: Double?, _ grain: Grain, assumed: Double = 3) {
    self.count = count
    self.grain = grain
    self.assumed = assumed
  }

  /// The count, or what stands in for it.
  public var magnitude: Double { count ?? assumed }

  /// The largest count by which a moment is moved.
  public static let largestMoved = 1e6

  /// Whether the words leave the count open.
  public var isVague: Bool { count == nil }
}

extension LocalTime {
  /// This moment moved by an amount, forward for a positive `sign`.
  ///
  /// Months are added on the calendar and clamp at a month's end; half a month is 15 days. Counts beyond
  /// ``Amount/largestMoved`` move it by that many.
  public func adding(_ amount: Amount, sign: Int) -> LocalTime {
    let magnitude = min(max(amount.magnitude, -Amount.largestMoved), Amount.largestMoved) * Double(sign)
    if let months = amount.grain.months {
      let total = magnitude * Double(months)
      let whole = total.rounded(.towardZero)
      let rest = ((total - whole) * 30).rounded()
      let date = CivilDate(day).adding(months: Int(whole))
      return LocalTime(date.number + Int(rest), second: secondOfDay)
    }
    if let days = amount.grain.days {
      return self + Int((magnitude * Double(days) * 86_400).rounded())
    }
    return self + Int((magnitude * Double(amount.grain.seconds ?? 0)).rounded())
  }
}

extension Amount: CustomStringConvertible {
  /// `3 weeks`, `some days (3)`.
  public var description: String {
    let number = Int(exactly: magnitude).map { "\($0)" } ?? "\(magnitude)"
    let plural = magnitude == 1 ? "" : "s"
    return isVague ? "some \(grain)s (\(number))" : "\(number) \(grain)\(plural)"
  }
}
