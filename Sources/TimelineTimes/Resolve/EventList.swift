import TimelineLanguage

/// A user's own holidays and events, in the form of `data/en/times/events.tsv`: a line each of key, kind, names, rule,
/// years and source, with tabs between them.
public struct EventList: Hashable, Sendable, Codable {
  /// The file, for messages.
  public let name: String
  /// The table.
  public let text: String

  /// - Throws: ``EventListError`` where a line is wrong.
  public init(name: String, text: String) throws(EventListError) {
    self.name = name
    self.text = text
    let read = EventFile(DataFile(name, text: text))
    if !read.faults.isEmpty { throw EventListError(faults: read.faults.map(\.description)) }
    if read.rows.isEmpty { throw EventListError(faults: ["\(name): no event in it; write a line for each"]) }
  }

  /// Lines that are known to be right.
  init(sound text: String, name: String) {
    self.name = name
    self.text = text
  }

  /// This list and another behind it, whose keys are other ones.
  func with(_ other: EventList) -> EventList { EventList(sound: text + "\n" + other.text, name: name) }

  var file: DataFile { DataFile(name, text: text) }
}

/// What is wrong with a user's file of events: each mistake with its file, line and remedy.
public struct EventListError: Error, Hashable, Sendable, CustomStringConvertible {
  public let faults: [String]

  public var description: String { faults.joined(separator: "\n") }
}
