import CTimelineData
import TimelineLanguage
import TimelineText

/// Which words name the same kind of event: meet, meeting, talks, round, summit.
struct EventClasses: Sendable {
  static let english = EventClasses(DataFile("data/en/event-classes.tsv", timeline_data_event_classes()))

  /// From a folded word to the classes it stands in.
  private let classes: [[UInt8]: [UInt32]]
  /// From a verb to its particles with the classes of the two together.
  private let phrases: [[UInt8]: [(particle: [UInt8], classes: [UInt32])]]

  /// Rows of the file that are not as they should be; they are left out.
  let faults: [DataMistake]

  init(_ table: DataFile) {
    var faults: [DataMistake] = []
    var names: Set<String> = []
    var classes: [[UInt8]: [UInt32]] = [:]
    var phrases: [[UInt8]: [(particle: [UInt8], classes: [UInt32])]] = [:]
    for (line, cells) in table.rows {
      let row = cells.map(\.trimmed)
      let words =
        row.count == 2 ? row[1].split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed) : []
      guard !row[0].isEmpty, !words.isEmpty, !words.contains("") else {
        faults.append(table.fault(line, "expected a class and its words between commas, with a tab"))
        continue
      }
      if !names.insert(row[0]).inserted { faults.append(table.fault(line, "expected each class once")) }
      let id = WordHash.of("class " + row[0])
      for word in words {
        let parts = word.split(separator: " ").map { LatinFolding.fold(String($0)) }
        if let verb = parts.first, let particle = parts.last, parts.count > 1 {
          let known = phrases[verb]?.firstIndex { $0.particle == particle }
          if let known {
            phrases[verb]?[known].classes.append(id)
          } else {
            phrases[verb, default: []].append((particle, [id]))
          }
        } else if let verb = parts.first {
          classes[verb, default: []].append(id)
        }
      }
    }
    self.classes = classes
    self.phrases = phrases
    self.faults = faults
  }

  /// Whether a folded word stands in any class, by itself or with a particle.
  func isKnown(_ word: [UInt8]) -> Bool { classes[word] != nil || phrases[word] != nil }

  /// The classes that a folded word stands in, or the word that it is the plural of; none where neither stands
  /// anywhere.
  func known(_ word: [UInt8]) -> [UInt32] {
    classes[word] ?? (word.last == UInt8(ascii: "s") ? classes[Array(word.dropLast())] : nil) ?? []
  }

  /// The classes of an event, sorted; a class of its own for a word that stands nowhere.
  ///
  /// - Parameters:
  ///   - event: The dictionary form.
  ///   - following: The folded words after the trigger, among which a particle may stand.
  func classes(of event: [UInt8], following: [[UInt8]]) -> [UInt32] {
    var found = classes[event] ?? []
    for phrase in phrases[event] ?? [] where following.contains(phrase.particle) { found += phrase.classes }
    if found.isEmpty { found = [WordHash.of(event)] }
    return Array(Set(found)).sorted()
  }
}
