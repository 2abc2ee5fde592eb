import CTimelineData
public import TimelineText

/// Reads `orthography.tsv`. A wrong row is left out and told among the mistakes.
public struct OrthographyFile: Sendable {
  private var words = Orthography.Words()
  public private(set) var mistakes: [DataMistake] = []

  public var orthography: Orthography { Orthography(words) }

  public init(_ file: DataFile) {
    for (line, cells) in file.rows {
      do throws(DataMistake) {
        try add(cells.map(String.init), at: line, of: file)
      } catch {
        mistakes.append(error)
      }
    }
  }

  private static let abbreviations: [String: Orthography.Abbreviation] = [
    "title": .title, "before-number": .beforeNumber, "before-date": .beforeDate, "open": .open,
    "number": .number, "capitalised": .capitalised, "inner": .inner, "clock": .clock,
  ]

  private mutating func add(_ cells: [String], at line: Int, of file: DataFile) throws(DataMistake) {
    guard cells.count > 1, !cells[1].isEmpty else {
      throw file.fault(line, cell: 1, "expected a word behind the class")
    }
    let word = cells[1]
    switch cells[0] {
    case "abbreviation":
      guard cells.count > 2, let kind = Self.abbreviations[cells[2]] else {
        throw file.fault(
          line, cell: 2,
          "expected title, before-number, before-date, open, clock, number, inner or capitalised")
      }
      guard word.hasSuffix(".") else {
        throw file.fault(line, cell: 1, "expected an abbreviation with its full stop")
      }
      words.abbreviations.insert(word.utf8, value: kind.rawValue)
    case "ending": words.endings.insert(word.utf8, value: 0)
    case "unit": words.endings.insert(word.utf8, value: 1)
    case "compound":
      let parts = try halves(of: word, at: line, of: file)
      words.compounds.insert(parts.whole, value: parts.first)
    case "contraction":
      let parts = try halves(of: word, at: line, of: file)
      words.contractions.insert(parts.whole, value: parts.first)
      words.compounds.insert(parts.whole, value: 0)
    case "contracted": words.contracted.insert(word.utf8, value: 1)
    case "extension": words.extensions.insert(word.utf8, value: 1)
    case "prefix": words.prefixes.insert(word.utf8, value: 1)
    case "mark":
      let kinds = ["joined": 0, "emoticon": 1]
      guard cells.count > 2, let kind = kinds[cells[2]], let lead = word.utf8.first else {
        throw file.fault(line, cell: 2, "expected joined or emoticon")
      }
      words.marks.insert(word.utf8, value: kind)
      words.isMarkLead[Int(lead)] = true
    case "date": words.dateWords.insert(word.utf8, value: 1)
    case "starter": words.starters.insert(word.utf8, value: 1)
    default:
      throw file.fault(
        line, cell: 0,
        """
        expected abbreviation, ending, unit, prefix, mark, compound, contraction, contracted, extension, \
        starter or date
        """)
    }
  }

  /// The bytes of a word that is written with `|` between its parts, and how many the first has.
  private func halves(
    of word: String, at line: Int, of file: DataFile
  ) throws(DataMistake) -> (whole: [UInt8], first: Int) {
    let parts = word.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw file.fault(line, cell: 1, "expected two words with | between them")
    }
    return (Array(parts.joined()), parts[0].count)
  }

  /// `data/en/orthography.tsv`.
  public static let english = OrthographyFile(
    DataFile("data/en/orthography.tsv", timeline_data_orthography()))
}

extension Orthography {
  /// English writing.
  public static let english = OrthographyFile.english.orthography
}
