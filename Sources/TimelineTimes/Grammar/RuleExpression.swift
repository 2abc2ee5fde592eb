/// The right side of a rule: what its value is made of.
indirect enum RuleExpression: Sendable {
  case constant(RuleValue)
  /// A named piece of the pattern, by its place among the pattern's captures.
  case capture(Int)
  case call(RuleOperator, [RuleExpression])

  /// The value, given those of the captures; nil where an operator refuses its arguments.
  func evaluate(_ captures: [RuleValue?]) -> RuleValue? {
    switch self {
    case .constant(let value): return value
    case .capture(let index): return captures[index]
    case .call(let name, let arguments):
      var values: (first: RuleValue?, second: RuleValue?, third: RuleValue?)
      for (place, argument) in arguments.enumerated() {
        guard let value = argument.evaluate(captures) else { return nil }
        switch place {
        case 0: values.first = value
        case 1: values.second = value
        default: values.third = value
        }
      }
      return name.apply(values.first, values.second, values.third)
    }
  }
}
