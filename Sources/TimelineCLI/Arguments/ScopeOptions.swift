public import ArgumentParser
public import Timeline

/// Which claims are considered and in what order: the options that `list` and `export` share.
struct ScopeOptions: ParsableArguments {
  @Flag(help: "Claims without a date instead.")
  var undated = false

  @Flag(help: "Everything, also claims without a date.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "\(ClaimQuery.Order.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "order"))
  var sort: ClaimQuery.Order?

  @Flag(help: "The other way round.")
  var reverse = false

  @Option(parsing: .unconditional, help: ArgumentHelp("At most so many; 0 for all.", valueName: "number"))
  var limit: Limit?

  func apply(to query: inout ClaimQuery) {
    query.scope = all ? .all : undated ? .undated : .dated
    query.order = sort ?? .date
    query.isReversed = reverse
    if let limit { query.limit = limit.count }
  }
}

extension ClaimQuery.Order: ExpressibleByArgument {}
