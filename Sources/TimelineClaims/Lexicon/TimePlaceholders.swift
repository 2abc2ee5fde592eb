import TimelineLanguage

/// Plain words that stand for a time expression while its sentence is parsed.
struct TimePlaceholders: Sendable {
  private(set) var bare = ""
  private(set) var afterPreposition = ""

  init(_ file: DataFile, _ faults: inout [DataMistake]) {
    for (line, cells) in file.rows {
      switch (cells[0], cells.count) {
      case ("bare", 2): bare = String(cells[1])
      case ("after", 2): afterPreposition = String(cells[1])
      default: faults.append(file.fault(line, "expected bare or after, and a word"))
      }
    }
  }
}
