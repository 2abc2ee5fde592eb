/// The exponential function, which the standard library leaves to Foundation.
public enum Exponential {
  /// Exact to a millionth between -30 and 30, where arguments are cut: `e^x = (e^(x/1024))^1024`.
  public static func of(_ x: Double) -> Double {
    let part = min(max(x, -30), 30) / 1024
    var power = 1 + part * (1 + part / 2 * (1 + part / 3 * (1 + part / 4)))
    for _ in 0..<10 { power *= power }
    return power
  }
}
