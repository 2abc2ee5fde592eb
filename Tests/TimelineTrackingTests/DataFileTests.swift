import CTimelineData
import TimelineLanguage
import Testing

@testable import TimelineTracking

/// The word files of tracking are well-formed.
@Suite struct DataFileTests {
  @Test func eventClassesHaveNamesAndWords() {
    let rows = DataFile("data/en/event-classes.tsv", timeline_data_event_classes()).fields
    #expect(rows.count > 50)
    for row in rows { #expect(row.count == 2 && !row[0].isEmpty && !row[1].isEmpty, "\(row)") }
    #expect(Set(rows.map { $0[0] }).count == rows.count, "a class stands twice")
    for row in rows {
      let words = row[1].split(separator: ",").map { $0.trimmed }
      #expect(Set(words).count >= words.count - 1 && !words.contains(""), "\(row[0])")
    }
  }

  @Test func noVariantStandsForTwoNames() {
    var owner: [String: String] = [:]
    for row in DataFile("data/en/name-variants.tsv", timeline_data_name_variants()).fields {
      #expect(row.count == 2, "\(row)")
      for form in row.joined(separator: ",").split(separator: ",").map({ $0.trimmed.lowercased() }) {
        #expect(owner[form] == nil, "\(form) stands for \(owner[form] ?? "") and \(row[0])")
        owner[form] = row[0]
      }
    }
  }

  @Test func spellingRulesSayWhere() {
    for row in DataFile("data/en/transliteration.tsv", timeline_data_transliteration()).fields {
      #expect(row.count >= 3 && ["start", "end", "any"].contains(row[2]), "\(row)")
    }
  }

  @Test func wordListsHaveKnownKinds() {
    for row in DataFile("data/en/tracking-words.tsv", timeline_data_tracking_words()).fields {
      #expect(
        [
          "title", "empty", "nobody", "move", "wide", "vague", "phase", "past", "recurring", "time", "count",
          "outlet",
        ]
        .contains(row[0]), "\(row[0])")
      #expect(row.count == 2, "\(row[0])")
    }
  }
}

extension DataFileTests {
  @Test func theReadersFindNoMistakeInThem() {
    #expect(EventClasses.english.faults.map(\.description) == [])
    #expect(TrackingWords.english.faults.map(\.description) == [])
    #expect(Spelling.english.faults.map(\.description) == [])
    #expect(NameReader.english.faults.map(\.description) == [])
  }

  @Test func wrongRowsAreNamedByTheirLine() {
    func table(_ text: String) -> DataFile { DataFile("x.tsv", text: text) }
    let classes = EventClasses(table("# words\nmeeting\tmeet, talks\nvote\nmeeting\tsee\nrun\tgo,,walk"))
    #expect(classes.faults.map(\.line) == [3, 4, 5])
    let words = TrackingWords(table("title\tMr\ntitel\tMrs\nempty"))
    #expect(words.faults.map(\.line) == [2, 3])
    let spelling = Spelling(table("yy\ty\tend\nx\ty\tmiddle\nz\ty"))
    #expect(spelling.faults.map(\.line) == [2, 3])
    let names = NameReader(
      variants: table("Kyiv\tKiev\nLviv\nLvov\tKiev\nOdesa\tOdessa,"), spelling: .english, words: .english)
    #expect(names.faults.map(\.line) == [2, 3, 4])
  }
}
