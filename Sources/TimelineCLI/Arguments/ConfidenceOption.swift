import ArgumentParser

/// How sure a claim must be: the option that `extract`, `search` and those which filter share.
struct ConfidenceOption: ParsableArguments {
  @Option(
    name: .customLong("min-confidence"), parsing: .unconditional,
    help: ArgumentHelp("Only claims that are right with this probability, 0 through 1.", valueName: "P"))
  var text: String?

  var isGiven: Bool { text != nil }

  /// Nil for all claims.
  func least() throws(CommandFailure) -> Double? {
    guard let text else { return nil }
    let isPlain = text.utf8.allSatisfy { $0 == 46 || $0 &- 48 < 10 }
    guard isPlain, let value = Double(text), (0...1).contains(value) else { throw .badProbability(text) }
    return value
  }
}
