import ArgumentParser
import Timeline
import TimelineArticles
import TimelinePages
import TimelineViews

/// `timeline feeds`.
struct FeedsCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "feeds",
    abstract: "The feeds that “timeline sync” reads.",
    discussion: """
      EXAMPLES:
        timeline feeds add https://example.org/feed.xml
        timeline feeds add subscriptions.opml
        timeline feeds list
        timeline feeds remove https://example.org/feed.xml
      """)

  /// What is done with feeds.
  enum Action: String, CaseIterable, ExpressibleByArgument { case add, list, remove }

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(help: ArgumentHelp("add, list or remove.", valueName: "action"))
  var action: Action = .list

  @Argument(help: ArgumentHelp("Addresses of feeds; for add also OPML files.", valueName: "feed"))
  var feeds: [String] = []

  func run() throws {
    let session = try session()
    switch action {
    case .list: try list(session)
    case .add:
      guard !feeds.isEmpty else { throw CommandFailure.badFeed("") }
      let named = try feeds.flatMap(Self.read)
      let timeline = try session.timeline(for: .writing)
      for feed in named {
        let isNew = try timeline.addFeed(feed.url, title: feed.title)
        Output.message(isNew ? "\(feed.url) is kept" : "\(feed.url) was kept already")
      }
    case .remove:
      guard !feeds.isEmpty else { throw CommandFailure.badFeed("") }
      let timeline = try session.timeline(for: .writing)
      var areAll = true
      for url in feeds {
        let wasKept = try timeline.removeFeed(url)
        areAll = areAll && wasKept
        Output.message(wasKept ? "“\(url)” is kept no longer; its articles stay" : "“\(url)” was not kept")
      }
      if !areAll { throw ExitCode(1) }
    }
  }

  private func list(_ session: Session) throws {
    let feeds = try session.timeline(for: .reading).feeds()
    if feeds.isEmpty { Output.message("no feeds are kept") }
    if !feeds.isEmpty || format.format.isForPrograms {
      let grid = Grid(
        columns: [
          Grid.Column("feed", minimumWidth: 20), Grid.Column("title", minimumWidth: 8, expendability: 1),
          Grid.Column("entries", isNumeric: true),
        ],
        rows: feeds.map { [Grid.Cell($0.url), Grid.Cell($0.title), Grid.Cell(.number($0.entries))] })
      try Output.standard.write(grid.rendered(as: format.format, on: session.canvas))
    }
    if feeds.isEmpty { throw ExitCode(1) }
  }

  /// The feeds that an argument names.
  private static func read(_ name: String) throws -> [(url: String, title: String?)] {
    if InputNames.isAddress(name) {
      guard let url = PageAddress.resolve(name, against: "") else { throw CommandFailure.badFeed(name) }
      return [(url, nil)]
    }
    let text = try InputFile(name).wholeText()
    guard let list = OPML(Array(text.utf8)) else {
      let isFeed = ArticleFormat(sniffing: Array(text.utf8)[...]) == .feed
      throw isFeed ? CommandFailure.feedIsFile(name) : CommandFailure.badFeed(name)
    }
    if list.isCut { throw CommandFailure.cutList(name) }
    return list.feeds.filter { InputNames.isAddress($0.url) }
  }
}
