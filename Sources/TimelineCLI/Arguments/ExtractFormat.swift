import ArgumentParser
import TimelineViews

/// The forms in which `extract` prints.
enum ExtractFormat: String, CaseIterable, ExpressibleByArgument {
  case table, json, jsonl, csv, tsv, md
  /// A TimeML document for each article.
  case timeml

  /// The form of rows; nil for documents.
  var rows: OutputFormat? { OutputFormat(rawValue: rawValue) }
}
