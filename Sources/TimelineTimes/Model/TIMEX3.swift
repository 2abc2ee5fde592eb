/// The attributes of a TimeML 1.2.1 TIMEX3 tag.
public struct TIMEX3: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  public var type: Kind
  /// ISO 8601 with TimeML's extensions: `2026-W21`, `P3D`, `2026-SU`, `FUTURE_REF`.
  public var value: String
  /// `START`, `MID`, `END`, `APPROX`, `LESS_THAN` …; nil where there is none.
  public var mod: String?
  /// `EVERY`, `EACH`; sets only.
  public var quant: String?
  /// `2X`, `3D`; sets only.
  public var freq: String?

  public init(type: Kind, value: String, mod: String? = nil, quant: String? = nil, freq: String? = nil) {
    self.type = type
    self.value = value
    self.mod = mod
    self.quant = quant
    self.freq = freq
  }
}
