import Foundation
import Timeline
import TimelineCalendar

/// Calendars in a folder, one for each outlet, actor or tag: `harbor-gazette.ics`.
struct CalendarFolder {
  let split: CalendarOptions.Split
  let title: String
  let style: CalendarStyle
  private var writers: [String: CalendarWriter] = [:]

  init(split: CalendarOptions.Split, title: String, style: CalendarStyle) {
    self.split = split
    self.title = title
    self.style = style
  }

  /// How many claims stand in a calendar or several.
  private(set) var count = 0

  mutating func add(_ claim: TrackedClaim) {
    var isAdded = false
    var seen: Set<String> = []
    let found = names(of: claim)
    for name in found.isEmpty ? [nil] : found.map(Optional.some) {
      let file = name.map(Self.fileName) ?? "no-" + split.rawValue
      guard seen.insert(file).inserted else { continue }
      let label = name ?? "no " + split.rawValue
      // Taken out, so that it is changed in place.
      var writer =
        writers.removeValue(forKey: file)
        ?? CalendarWriter(
          name: "\(title): \(label)", style: style, split: split.rawValue, zones: ZoneFolder.zone)
      if writer.add(claim) { isAdded = true }
      if writer.count > 0 { writers[file] = writer }
    }
    count += isAdded ? 1 : 0
  }

  private func names(of claim: TrackedClaim) -> [String] {
    switch split {
    case .outlet: claim.mentions.compactMap(\.mention.article.outlet)
    case .actor: claim.current?.actors ?? []
    case .tag: claim.tags
    }
  }

  /// Letters and digits in small letters with hyphens between them; spellings that differ in other marks share a file.
  static func fileName(_ name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    var text = ""
    for word in words where text.utf8.count + word.utf8.count < 120 {
      text += (text.isEmpty ? "" : "-") + word
    }
    return text.isEmpty ? "unnamed" : text
  }

  /// Writes the files; those of an earlier run by the same split that have nothing in them now are emptied, for
  /// somebody may subscribe to them. Calendars of other splits and whole ones stay.
  ///
  /// - Returns: How many calendars were written.
  func write(to folder: String, sparing database: String) throws -> Int {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure.cannotWrite(file: folder, reason: "it is no folder and cannot be made one")
    }
    var isWritten: Set<String> = []
    for (name, writer) in writers.sorted(by: { $0.key < $1.key }) {
      try write(writer.calendar, to: folder + "/" + name + ".ics", sparing: database)
      isWritten.insert(name + ".ics")
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where name.hasSuffix(".ics") && !isWritten.contains(name) {
      let path = folder + "/" + name
      guard let bytes = FileManager.default.contents(atPath: path),
        let empty = CalendarWriter.emptied(Array(bytes), split: split.rawValue)
      else { continue }
      try write(empty, to: path, sparing: database)
    }
    return writers.count
  }

  private func write(_ bytes: [UInt8], to path: String, sparing database: String) throws {
    let file = try OutputFile(path, sparing: database)
    try file.write(bytes)
    try file.finish()
  }
}
