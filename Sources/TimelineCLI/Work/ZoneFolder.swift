import Foundation
import TimelineCalendar

/// The time zones of this machine: compiled files of the IANA database in a folder.
enum ZoneFolder {
  private static let usual = "/usr/share/zoneinfo"
  /// The longest file that is read; those of the database have a few kilobytes.
  private static let longest = 1 << 18

  /// What is known of a zone; nil where the machine does not have it.
  static func zone(_ name: String) -> ZoneInfo? {
    guard ZoneInfo.isName(name) else { return nil }
    let set = ProcessInfo.processInfo.environment["TZDIR"]
    let folder = set.map { $0.isEmpty ? usual : $0 } ?? usual
    guard let file = FileHandle(forReadingAtPath: folder + "/" + name),
      let bytes = try? file.read(upToCount: longest)
    else { return nil }
    return ZoneInfo(Array(bytes))
  }
}
