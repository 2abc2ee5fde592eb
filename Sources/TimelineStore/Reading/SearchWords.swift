import TimelineTracking

/// What a user typed to search for, as an FTS5 query.
enum SearchWords {
  /// More words than any quote has are not looked for.
  static let limit = 100

  /// All words must occur; `"…"` is a phrase, `word*` a beginning. Nothing that is typed is an operator.
  ///
  /// - Throws: ``TimelineError/emptySearch(_:)`` where no word is left.
  static func query(_ typed: String) throws -> String {
    var terms: [String] = []
    for (index, piece) in typed.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        add(String(piece), isBeginning: false, to: &terms)
      } else {
        for word in piece.split(whereSeparator: \.isWhitespace) {
          add(String(word), isBeginning: word.hasSuffix("*"), to: &terms)
        }
      }
    }
    guard !terms.isEmpty else { throw TimelineError.emptySearch(typed) }
    guard terms.count <= limit else { throw TimelineError.longSearch(limit: limit) }
    return terms.joined(separator: " AND ")
  }

  /// A name in one column, in any of its known spellings.
  static func query(name: String, column: String) throws -> String {
    let spellings = NameWords.spellings(of: name).filter { !$0.isEmpty }
    guard !spellings.isEmpty else { throw TimelineError.emptySearch(name) }
    return "\(column) : (" + spellings.map { "\"\($0)\"" }.joined(separator: " OR ") + ")"
  }

  private static func add(_ words: String, isBeginning: Bool, to terms: inout [String]) {
    // Marks part words here as they do in the index: `AT&T` is a phrase of two.
    let parts = words.split { !$0.isLetter && !$0.isNumber }
    guard !parts.isEmpty else { return }
    terms.append("\"\(parts.joined(separator: " "))\"" + (isBeginning ? "*" : ""))
  }
}
