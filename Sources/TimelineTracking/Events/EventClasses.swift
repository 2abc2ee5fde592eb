import CTimelineData
import TimelineLanguage
import TimelineText

/// Which words name the same kind of event: meet, meeting, talks, round, summit.
struct EventClasses: Sendable {
  static let english = EventClasses(DataFile("data/en/event-classes.tsv", timeline_data_event_classes()))

  /// The classes of a word: those it names, and those it may name now and then.
  private struct Entry {
    var classes: [UInt32] = []
    var kin: [UInt32] = []

    static func + (one: Entry, two: Entry) -> Entry {
      Entry(classes: one.classes + two.classes, kin: one.kin + two.kin)
    }
  }

  /// From a folded word to its classes.
  private let words: [[UInt8]: Entry]
  /// From a verb to its particles with the classes of the two together.
  private let phrases: [[UInt8]: [(particle: [UInt8], entry: Entry)]]

  /// Rows of the file that are not as they should be; they are left out.
  let faults: [DataMistake]

  init(_ table: DataFile) {
    var faults: [DataMistake] = []
    var names: Set<String> = []
    var words: [[UInt8]: Entry] = [:]
    var phrases: [[UInt8]: [(particle: [UInt8], entry: Entry)]] = [:]
    func add(_ entry: Entry, to word: String) {
      let parts = word.split(separator: " ").map { LatinFolding.fold(String($0)) }
      guard let verb = parts.first, let particle = parts.last else { return }
      if parts.count == 1 {
        words[verb] = words[verb, default: Entry()] + entry
      } else if let known = phrases[verb]?.firstIndex(where: { $0.particle == particle }) {
        let old = phrases[verb]?[known].entry ?? Entry()
        phrases[verb]?[known].entry = old + entry
      } else {
        phrases[verb, default: []].append((particle, entry))
      }
    }
    for (line, cells) in table.rows {
      let lists = cells.dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
      }
      guard (2...3).contains(cells.count), !cells[0].trimmed.isEmpty, !lists.joined().contains("") else {
        faults.append(table.fault(line, "expected a class and its words between commas, with a tab"))
        continue
      }
      if !names.insert(cells[0].trimmed).inserted {
        faults.append(table.fault(line, "expected each class once"))
      }
      let id = WordHash.of("class " + cells[0].trimmed)
      for word in lists[0] { add(Entry(classes: [id], kin: [id]), to: word) }
      for word in lists.dropFirst().joined() { add(Entry(kin: [id]), to: word) }
    }
    self.words = words
    self.phrases = phrases
    self.faults = faults
  }

  /// Whether a folded word stands in any class, by itself or with a particle.
  func isKnown(_ word: [UInt8]) -> Bool { words[word] != nil || phrases[word] != nil }

  /// The classes that a folded word names, or the word that it is the plural of; none where neither stands
  /// anywhere.
  func known(_ word: [UInt8]) -> [UInt32] {
    (words[word] ?? (word.last == UInt8(ascii: "s") ? words[Array(word.dropLast())] : nil))?.classes ?? []
  }

  /// The classes that an event names, sorted, a class of its own for a word that names none; and with them
  /// those that it may name.
  ///
  /// - Parameters:
  ///   - event: The dictionary form.
  ///   - following: The folded words after the trigger, among which a particle may stand.
  func classes(of event: [UInt8], following: [[UInt8]]) -> (named: [UInt32], kin: [UInt32]) {
    var found = words[event] ?? Entry()
    for phrase in phrases[event] ?? [] where following.contains(phrase.particle) {
      found = found + phrase.entry
    }
    if found.classes.isEmpty { found.classes = [WordHash.of(event)] }
    return (Array(Set(found.classes)).sorted(), Array(Set(found.kin + found.classes)).sorted())
  }
}
