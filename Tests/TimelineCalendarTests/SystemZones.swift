import Foundation
import TimelineCalendar

/// The zones of this machine.
enum SystemZones {
  static func zone(_ name: String) -> ZoneInfo? {
    FileManager.default.contents(atPath: "/usr/share/zoneinfo/" + name).flatMap { ZoneInfo(Array($0)) }
  }
}
