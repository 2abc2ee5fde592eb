import ArgumentParser

/// The command `timeline`: its verbs and the options that all of them share.
struct TimelineTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Follow dated claims through news articles.",
    discussion: """
      Reads articles, finds every claim that has a date, works out which day it means, and follows it \
      through other articles.

      EXAMPLES:
        timeline add article.txt --published 2026-05-14 --outlet "Harbor Gazette"
        timeline add articles.jsonl notes.md
        timeline list --from 2026-05 --about ceasefire
        timeline upcoming --within 30d
        timeline show 12
        timeline export ics --output deadlines.ics
        timeline extract --published 2026-05-14 article.txt
        timeline when "by early summer"

      The timeline is the file named by --db, else by TIMELINE_DB, else \
      $XDG_DATA_HOME/timeline/timeline.db (~/.local/share where that is not set).

      Dates are given as 2026-05-14, 2026-W20, 2026-06, 2026, today, tomorrow, yesterday, eow, eom, as \
      open ranges (2026-06.., ..2026-06-30), or in words ("early next month"); how words were read is \
      told on standard error.

      Tables are as wide as the terminal, or as COLUMNS says; NO_COLOR turns colour off.

      Ends with status 0 where something was found, 1 where nothing matched, 2 after an error.
      """,
    version: Version.current,
    subcommands: [
      AddCommand.self, ListCommand.self, UpcomingCommand.self, ShowCommand.self, SearchCommand.self,
      ExportCommand.self, ExtractCommand.self, ArticlesCommand.self, ShowArticleCommand.self,
      ArticleDiffCommand.self,
      FeedsCommand.self,
      SyncCommand.self,
      RemoveCommand.self, RebuildCommand.self,
      StatsCommand.self, HistoryCommand.self, ConflictsCommand.self, OverdueCommand.self, SlippedCommand.self,
      SourcesCommand.self, DiffCommand.self, BriefCommand.self, SettleCommand.self, MergeCommand.self,
      SplitCommand.self, RenameCommand.self, TagCommand.self, HideCommand.self, UndoCommand.self,
      WhenCommand.self, ParseCommand.self, EventsCommand.self, CheckCalendarCommand.self,
    ])

  @OptionGroup var globals: GlobalOptions
}

enum Version {
  static let current = "0.1.0"
}
