/// How long something takes, and how much went through it.
struct Measurement {
  var name: String
  var seconds: Double
  var bytes = 0
  var articles = 0
  var words = 0

  var line: String {
    var line = name.padded(to: 34) + Self.fixed(seconds * 1000, 1).leftPadded(to: 10) + " ms"
    if bytes > 0 { line += Self.fixed(Double(bytes) / 1e6 / seconds, 2).leftPadded(to: 10) + " MB/s" }
    if articles > 0 { line += Self.fixed(Double(articles) / seconds, 0).leftPadded(to: 9) + " articles/s" }
    if words > 0 { line += Self.fixed(Double(words) / seconds, 0).leftPadded(to: 10) + " words/s" }
    return line
  }

  private static func fixed(_ value: Double, _ digits: Int) -> String {
    let scale = digits == 0 ? 1.0 : digits == 1 ? 10 : 100
    let scaled = (value * scale).rounded()
    let whole = Int(scaled / scale)
    guard digits > 0 else { return "\(whole)" }
    let rest = String(Int(scaled) - whole * Int(scale))
    return "\(whole)." + String(repeating: "0", count: digits - rest.count) + rest
  }
}

/// The best of several runs, so that what else the machine does counts little.
func measure(
  _ name: String, runs: Int = 3, bytes: Int = 0, articles: Int = 0, words: Int = 0, _ body: () throws -> Void
) rethrows -> Measurement {
  let clock = ContinuousClock()
  var best = Double.infinity
  for _ in 0..<runs {
    let time = try clock.measure(body).components
    best = min(best, Double(time.seconds) + Double(time.attoseconds) / 1e18)
  }
  return Measurement(name: name, seconds: best, bytes: bytes, articles: articles, words: words)
}

/// Keeps the optimiser from leaving out work whose result nobody reads.
@inline(never) @_optimize(none)
func consume<Value>(_ value: Value) {}

/// Keeps the optimiser from knowing what it works on.
@inline(never) @_optimize(none)
func opaque<Value>(_ value: Value) -> Value { value }

extension String {
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(width - count, 1)) }

  func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(width - count, 0)) + self }
}
