import ArgumentParser
import Timeline

/// Which claims are selected: the options that `list`, `upcoming` and `export` share.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Leave out what is over before this date.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Leave out what begins after this date.", valueName: "date"))
  var to: String?

  @Option(help: ArgumentHelp("Only what touches this time: 2026-06.., \"next week\".", valueName: "time"))
  var on: String?

  @Option(help: ArgumentHelp("Words that a quote, a title or a name holds.", valueName: "words"))
  var about: String?

  @Option(help: ArgumentHelp("Where it takes place.", valueName: "name"))
  var place: String?

  @Option(help: ArgumentHelp("Who does or undergoes it.", valueName: "name"))
  var actor: String?

  @Option(help: ArgumentHelp("Who says so.", valueName: "name"))
  var source: String?

  @Option(help: ArgumentHelp("The outlet that tells it.", valueName: "name"))
  var outlet: String?

  @Option(help: ArgumentHelp("The key of an article that tells it.", valueName: "key"))
  var article: String?

  @Option(help: ArgumentHelp("What “timeline tag” filed it under.", valueName: "tag"))
  var tag: String?

  @Option(
    help: ArgumentHelp("\(Modality.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "modality")
  )
  var modality: [String] = []

  @Option(
    help: ArgumentHelp("\(Status.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "status"))
  var status: [String] = []

  @Option(
    help: ArgumentHelp("\(Relation.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "relation")
  )
  var relation: [String] = []

  @OptionGroup var confidence: ConfidenceOption

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Only what was published by this day, and as it stood then.", valueName: "day"))
  var asOf: String?

  /// The query for what was asked; the caller sets order and limit.
  ///
  /// - Parameter direction: Where bare words such as “Friday” are looked for. The end of a time lies ahead
  ///   in any case.
  func query(now: DocumentTime, toward direction: Direction? = nil) throws(CommandFailure) -> ClaimQuery {
    var query = ClaimQuery(now: now.day)
    if let asOf { query.asOf = try DateArgument.day(asOf, now: now, toward: .past) }
    if let from {
      let date = try DateArgument.read(from, now: now, toward: direction)
      query.from = date.first
      if from.contains("..") { query.to = date.last }
    }
    if let to {
      let date = try DateArgument.read(to, now: now, toward: .future)
      query.to = date.last
      if to.contains(".."), query.from == nil { query.from = date.first }
    }
    if let on {
      let date = try DateArgument.read(on, now: now, toward: direction)
      query.from = [query.from, date.first].compactMap { $0 }.max()
      query.to = [query.to, date.last].compactMap { $0 }.min()
    }
    if let from = query.from, let to = query.to, from > to {
      throw .emptyRange("\(CivilDate(from))..\(CivilDate(to))")
    }
    query.about = about
    query.place = try FilterOptions.name(place, option: "--place")
    query.actor = try FilterOptions.name(actor, option: "--actor")
    query.source = try FilterOptions.name(source, option: "--source")
    query.outlet = try FilterOptions.name(outlet, option: "--outlet")
    query.article = article
    query.tag = try tag.map { text throws(CommandFailure) in try TagArgument.read(text) }
    query.modalities = try FilterOptions.words(modality, option: "--modality")
    query.statuses = try FilterOptions.words(status, option: "--status")
    query.relations = try FilterOptions.words(relation, option: "--relation")
    query.minConfidence = try confidence.least()
    return query
  }

  /// A name with a word in it to compare.
  private static func name(_ text: String?, option: String) throws(CommandFailure) -> String? {
    if let text, NameWords.of(text).isEmpty { throw .emptyName(text, option: option) }
    return text
  }

  /// Values that are given by name, several parted by commas.
  static func words<Value: RawRepresentable<String> & CaseIterable & Hashable>(
    _ texts: [String], option: String
  ) throws(CommandFailure) -> Set<Value> {
    var values: Set<Value> = []
    for text in texts.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
      guard let value = Value(rawValue: text.lowercased()) else {
        throw .badWord(String(text), option: option, allowed: Value.allCases.map(\.rawValue))
      }
      values.insert(value)
    }
    return values
  }
}
