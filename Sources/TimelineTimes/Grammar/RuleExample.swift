/// A text that a rule must or must not match, as it stands below the rule.
package struct RuleExample: Sendable {
  package let text: String
  /// What stands behind it, parted by a bar.
  package let context: String
  /// Whether it must match; a near miss must not.
  package let matches: Bool
  /// The TIMEX3 value on the reference day, where the example gives one.
  package let value: String?
  /// The kind of text that it stands in.
  package let kind: TextKind
  package let file: String
  package let line: Int

  init(_ line: String, file: String, number: Int) throws(RuleScanner.Mistake) {
    var scanner = RuleScanner(line)
    scanner.skipSpace()
    matches = scanner.accept("+")
    if !matches { try scanner.expect("-") }
    scanner.skipSpace()
    kind = scanner.accept("{in post}") ? .post : scanner.accept("{in phrase}") ? .phrase : .article
    scanner.skipSpace()
    let rest = String(decoding: Array(line.utf8.dropFirst(scanner.position)), as: UTF8.self)
    let parts = rest.split(separator: " => ", maxSplits: 1)
    guard let first = parts.first else { throw scanner.mistake("the example has no text") }
    let pieces = first.split(separator: " | ", maxSplits: 1)
    text = String(pieces[0])
    context = pieces.count > 1 ? " " + pieces[1] : ""
    value = parts.count > 1 ? String(parts[1]) : nil
    self.file = file
    self.line = number
  }
}
