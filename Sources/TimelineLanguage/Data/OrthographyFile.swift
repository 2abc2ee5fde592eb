package import TimelineText

/// Reads `orthography.tsv`. A wrong row is left out and told among the mistakes.
package struct OrthographyFile: Sendable {
  package private(set) var orthography = Orthography()
  package private(set) var mistakes: [DataMistake] = []

  package init(_ file: TabbedFile) {
    for row in file.rows {
      do throws(DataMistake) {
        try add(row, of: file)
      } catch {
        mistakes.append(error)
      }
    }
  }

  private static let abbreviations: [String: Orthography.Abbreviation] = [
    "title": .title, "before-number": .beforeNumber, "before-date": .beforeDate, "open": .open,
    "number": .number,
    "capitalised": .capitalised,
  ]

  private mutating func add(_ row: TabbedFile.Row, of file: TabbedFile) throws(DataMistake) {
    guard row.fields.count > 1, !row.fields[1].text.isEmpty else {
      throw file.mistake(row, field: 1, expected: "expected a word behind the class")
    }
    let word = row.fields[1].text
    switch row.fields[0].text {
    case "abbreviation":
      guard row.fields.count > 2, let kind = Self.abbreviations[row.fields[2].text] else {
        throw file.mistake(
          row, field: 2, expected: "expected title, before-number, before-date, open, number or capitalised")
      }
      guard word.hasSuffix(".") else {
        throw file.mistake(row, field: 1, expected: "expected an abbreviation with its full stop")
      }
      orthography.abbreviations.insert(word.utf8, value: kind.rawValue)
    case "ending": orthography.endings.insert(word.utf8, value: 0)
    case "unit": orthography.endings.insert(word.utf8, value: 1)
    case "compound":
      let parts = word.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw file.mistake(row, field: 1, expected: "expected two words with | between them")
      }
      orthography.compounds.insert(Array(parts.joined()), value: parts[0].count)
    case "prefix": orthography.prefixes.insert(word.utf8, value: 1)
    case "mark":
      let kinds = ["joined": 0, "emoticon": 1]
      guard row.fields.count > 2, let kind = kinds[row.fields[2].text], let lead = word.utf8.first else {
        throw file.mistake(row, field: 2, expected: "expected joined or emoticon")
      }
      orthography.marks.insert(word.utf8, value: kind)
      orthography.isMarkLead[Int(lead)] = true
    case "starter": orthography.starters.insert(word.utf8, value: 1)
    default:
      throw file.mistake(
        row, field: 0, expected: "expected abbreviation, ending, unit, prefix, mark, compound or starter")
    }
  }
}

extension Orthography {
  /// English writing, from `data/en/orthography.tsv`.
  package static let english = OrthographyFile(.englishOrthography).orthography
}

extension TabbedFile {
  package static var englishOrthography: TabbedFile {
    TabbedFile(name: "data/en/orthography.tsv", bytes: EmbeddedBytes.englishOrthography.array)
  }

  package static var englishClauses: TabbedFile {
    TabbedFile(name: "data/en/clauses.tsv", bytes: EmbeddedBytes.englishClauses.array)
  }
}
