/// The names of the verbs, to tell a wrong one before anything else is made of it.
enum VerbName {
  private static var all: [String] {
    TimelineTool.configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// Finds a word in the place of a verb that is none, also after `help`.
  static func check(_ arguments: [String]) throws(CommandFailure) {
    var rest = arguments[...]
    while let word = rest.popFirst() {
      switch word {
      case "help" where !rest.isEmpty: continue
      case "help": return
      case "--db", "--now": _ = rest.popFirst()
      case _ where word.hasPrefix("-"):
        if !word.hasPrefix("--db=") && !word.hasPrefix("--now=") { return }
      default:
        if all.contains(word) { return }
        throw .unknownVerb(word, meant: nearest(to: word))
      }
    }
  }

  /// The verb that takes the fewest changed letters, up to two.
  private static func nearest(to word: String) -> String? {
    let letters = Array(word.lowercased().utf8.prefix(40))
    var nearest: (verb: String, distance: Int)?
    for verb in all {
      let distance = distance(Array(verb.utf8), letters)
      if distance <= 2, distance < nearest?.distance ?? .max { nearest = (verb, distance) }
    }
    return nearest?.verb
  }

  /// Letters put in, taken out or changed (Levenshtein's distance).
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let best = min(row[j] + 1, row[j + 1] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = best
      }
    }
    return row[b.count]
  }
}
