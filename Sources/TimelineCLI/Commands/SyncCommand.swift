import ArgumentParser
import Timeline
import TimelineCalendar
import TimelineViews

/// `timeline sync`.
struct SyncCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Fetch the feeds that are kept and add what is new in them.",
    discussion: """
      EXAMPLES:
        timeline sync
        timeline sync --ics deadlines.ics
        0 * * * *  timeline sync --quiet --ics /srv/deadlines.ics   (a line for cron)

      An entry with its full text in the feed is added as it stands there; of another its page is fetched. Each \
      site is asked once a second at most, and only for what its robots.txt allows; proxies of the environment (http_proxy) are not used. What failed is told on \
      standard error and tried again by the next run; the status is 2 then. A second run beside the first ends at once.
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Option(
    help: ArgumentHelp(
      "A calendar that is written afterwards, with the dated claims around today.", valueName: "file"))
  var ics: String?

  @Flag(help: "Print nothing where nothing failed.")
  var quiet = false

  func run() throws {
    let session = try session()
    let timeline = try session.timeline(for: .writing)
    let lock = try SyncLock(beside: session.database)
    defer { lock.release() }
    let feeds = try timeline.feeds()
    guard !feeds.isEmpty || ics != nil else { throw CommandFailure.noFeeds }
    var sync = FeedSync(timeline, now: session.now)
    var bar = ProgressBar("Reading feeds")
    for (index, feed) in feeds.enumerated() {
      bar.show(Double(index) / Double(feeds.count), feed.title ?? feed.url)
      try sync.read(feed)
    }
    bar.finish()
    for failure in sync.failures { Output.message(failure) }
    if !quiet { for remark in sync.remarks { Output.message(remark) } }
    // A calendar that cannot be written is told beside the feeds that failed.
    var calendarFailure: (any Error)?
    do {
      if let ics { try write(ics, timeline, session) }
    } catch {
      calendarFailure = error
    }
    if !quiet { try Output.standard.write(sync.summary) }
    if let calendarFailure {
      try Output.standard.flush()
      throw calendarFailure
    }
    if !sync.failures.isEmpty {
      try Output.standard.flush()
      throw ExitCode(2)
    }
  }

  private func write(_ name: String, _ timeline: Timeline, _ session: Session) throws {
    let file = try OutputFile(name, sparing: session.database)
    var query = ClaimQuery(now: session.today)
    let window = CalendarWindow.days(around: session.today)
    (query.from, query.to) = (window.lowerBound, window.upperBound)
    var writer = CalendarWriter(name: "Timeline", zones: ZoneFolder.zone)
    try timeline.forEachClaim(matching: query) { writer.add($0) }
    try file.write(writer.calendar)
    _ = try file.finish()
  }
}
