import Timeline

/// What can go wrong around the engine, and the words for it.
enum CommandFailure: Error, Hashable {
  case badNow(String)
  case badDate(String)
  case dateIsNoDay(String)
  case badLength(String)
  case badAlarm(String)
  case splitNeedsFolder
  case badWord(String, option: String, allowed: [String])
  case badID(String)
  case noClaim(String)
  case badMention(String)
  case badTag(String)
  case badDatabase(String)
  case badProbability(String)
  case noRoomToExplain(String)
  case emptyName(String, option: String)
  case needsText(String)
  case fewClaims
  case notWith(String, String)
  case emptyRange(String)
  case cannotWrite(file: String, reason: String)
  case isDatabase(file: String)
  case outputFull(reason: String)
  case noFiles
  case noCalendarFiles
  case badCalendar(file: String, faults: [String])
  case noEvents(file: String)
  case badEvent(String)
  case nothingToRemove
  case noPhrase
  case severalDocuments
  case badEvents(String)
  case outputIsForTimeML
  case timeMLHasNoClaims
  case articleIsJSON
  case badFeed(String)
  case feedIsFile(String)
  case cutList(String)
  case isSyncing(file: String)
  case noFeeds
  case unknownVerb(String, meant: String?)
  case ambiguousKey(String, count: Int)
}

extension CommandFailure: CustomStringConvertible {
  var description: String {
    switch self {
    case .badNow(let text):
      "--now: “\(text)” is no day; write an existing day as 2026-05-14, a moment as 2026-05-14T17:05:00Z, or a day in words"
    case .badDate(let text):
      "“\(text)” is no date; write 2026-05-14, 2026-W20, 2026-06, 2026, today, eow, a range as 2026-06.., "
        + "or a time in words"
    case .dateIsNoDay(let text):
      "“\(text)” names more than a day; name one day, as 2026-05-14"
    case .badLength(let text):
      "“\(text)” is no length of time; write days, weeks, months or years as 30d, 6w, 3m, 1y, or a time in words"
    case .badAlarm(let text):
      "--alarm: “\(text)” is no length of time up to a year; write weeks, days, hours or minutes as 1w, 2d, 12h, 90min"
    case .splitNeedsFolder:
      "several calendars need a folder; name it with --output"
    case .badWord(let text, let option, let allowed):
      "\(option): “\(text)” is none of \(allowed.joined(separator: ", "))"
    case .badID(let text):
      "“\(text)” is no claim; take its number from the first column of “timeline list”"
    case .noClaim(let text):
      "no claim \(text) in the timeline; “timeline list --all” tells the numbers"
    case .badMention(let text):
      "“\(text)” is no mention; take its number from “timeline history”"
    case .badTag(let text):
      "“\(text)” is no tag; write letters, digits, - and _"
    case .badDatabase(let text):
      "--db: “\(text)” is no file; name the file of a timeline"
    case .badProbability(let text):
      "--min-confidence: “\(text)” is no probability; write a number from 0 through 1, as 0.7"
    case .noRoomToExplain(let format):
      "--explain: \(format) has no room for it; choose --format table, json or jsonl"
    case .emptyName(let text, let option):
      "\(option): “\(text)” has no word to look for; write a name"
    case .needsText(let what):
      "the \(what) is empty; write some words"
    case .notWith(let option, let reason):
      "\(option) cannot be given here: \(reason)"
    case .fewClaims:
      "a merge takes two claims at least; name them by their numbers"
    case .emptyRange(let text):
      "\(text) ends before it begins; change the two days"
    case .isDatabase(let file):
      "\(file): is the timeline itself; name another file for the output"
    case .cannotWrite(let file, let reason):
      "\(file): cannot be written: \(reason)"
    case .outputFull(let reason):
      "standard output cannot be written: \(reason)"
    case .unknownVerb(let word, let meant):
      "“\(word)” is no verb; " + (meant.map { "did you mean “timeline \($0)”?" } ?? "see “timeline help”")
    case .ambiguousKey(let text, let count):
      "“\(text)” begins the keys of \(count) articles; give more of the key"
    case .severalDocuments:
      "several articles make several TimeML documents; name a folder for them with --output"
    case .outputIsForTimeML:
      "--output names a folder for TimeML documents; add --format timeml, or redirect standard output"
    case .timeMLHasNoClaims:
      "TimeML documents hold times and no claims; leave --only claims out, or choose another --format"
    case .badFeed(let text):
      "“\(text)” is no feed's address and no OPML file; write an address that begins with https:// or http://"
    case .feedIsFile(let file):
      "\(file) is a feed itself; read it with “timeline add \(file)”, or give its address on the web to keep it"
    case .cutList(let file):
      "\(file) breaks off, and feeds may be missing in it; export it again; none was kept"
    case .isSyncing(let file):
      "another sync of \(file) is running; wait for its end"
    case .noFeeds:
      "no feeds are kept yet; add one with “timeline feeds add ADDRESS”"
    case .articleIsJSON:
      "--only article prints whole articles; add --format jsonl or --format json"
    case .badEvents(let faults): faults
    case .noPhrase:
      "no time expression given; write one, as in: timeline when \"by early summer\""
    case .badCalendar(let file, let faults):
      faults.prefix(5).map { "\(file):\($0)" }.joined(separator: "\n")
        + (faults.count > 5
          ? "\nand \(faults.count - 5) more; see them with “timeline check-ics \(file)”" : "")
        + "\nnothing was imported"
    case .noEvents(let file):
      "\(file): no event with a name and a day in it; nothing was imported"
    case .badEvent(let text):
      "“\(text)” is no event; take its number from the first column of “timeline events list”"
    case .nothingToRemove:
      "no event named; give numbers from “timeline events list”, or --calendar with a calendar's name"
    case .noCalendarFiles:
      "no file named; name calendar files, or - for standard input"
    case .noFiles:
      "no file named; name articles, or - for standard input"
    }
  }
}
