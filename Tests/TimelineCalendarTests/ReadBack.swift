import CLibical
import Foundation
import TimelineTestSupport

/// What a reader makes of a calendar: of each entry, by its UID, every property's values; see
/// `scripts/read-calendar`.
typealias ReadEntries = [String: [String: [String]]]

/// Readers of calendars that others wrote.
enum ReadBack {
  /// The environment that `scripts/test` makes.
  static let python = ProjectFolder.file(".build/python/bin/python")
  static var hasPython: Bool { FileManager.default.isExecutableFile(atPath: python.path) }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private struct Output: Decodable {
    var head: [String: String]
    var entries: [String: [String: [String?]]]
  }

  /// Reads with a Python library.
  static func entries(of calendar: [UInt8], with library: String) throws -> (
    head: [String: String], entries: ReadEntries
  ) {
    let folder = try TemporaryFolder()
    let file = try folder.write(calendar, to: "calendar.ics")
    let (output, errors) = (try folder.write("", to: "out"), try folder.write("", to: "err"))
    let process = Process()
    process.executableURL = python
    process.arguments = [ProjectFolder.file("scripts/read-calendar").path, library, file]
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(library): " + (try String(contentsOfFile: errors, encoding: .utf8)))
    }
    let read = try JSONDecoder().decode(Output.self, from: Data(contentsOf: URL(filePath: output)))
    return (
      read.head, read.entries.mapValues { $0.mapValues { $0.compactMap { $0 } }.filter { !$0.value.isEmpty } }
    )
  }

  /// Reads with libical.
  static func entriesByLibical(of calendar: [UInt8]) throws -> ReadEntries {
    icalerror_set_errors_are_fatal(0)
    let root = (calendar + [0]).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { icalparser_parse_string($0.baseAddress) }
    }
    guard let root else { throw Failure(description: "libical: no calendar") }
    defer { icalcomponent_free(root) }
    guard icalcomponent_count_errors(root) == 0 else { throw Failure(description: "libical: \(text(root))") }
    var entries: ReadEntries = [:]
    for (kind, name) in [
      (ICAL_VEVENT_COMPONENT, "VEVENT"), (ICAL_VTODO_COMPONENT, "VTODO"),
      (ICAL_VJOURNAL_COMPONENT, "VJOURNAL"),
    ] {
      for component in components(of: root, kind) {
        var entry = ["BEGIN": [name]]
        add(component, to: &entry, prefix: "")
        for alarm in components(of: component, ICAL_VALARM_COMPONENT) {
          add(alarm, to: &entry, prefix: "VALARM.")
        }
        let uid = entry["UID"]?.first ?? ""
        guard entries.updateValue(entry, forKey: uid) == nil else {
          throw Failure(description: "two of \(uid)")
        }
      }
    }
    return entries
  }

  private static func text(_ component: OpaquePointer) -> String {
    icalcomponent_as_ical_string(component).map { String(cString: $0) } ?? ""
  }

  private static func components(of parent: OpaquePointer, _ kind: icalcomponent_kind) -> [OpaquePointer] {
    var found: [OpaquePointer] = []
    var next = icalcomponent_get_first_component(parent, kind)
    while let component = next {
      found.append(component)
      next = icalcomponent_get_next_component(parent, kind)
    }
    return found
  }

  private static func add(_ component: OpaquePointer, to entry: inout [String: [String]], prefix: String) {
    var next = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY)
    while let property = next {
      next = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)
      guard let pointer = icalproperty_get_property_name(property) else { continue }
      let name = prefix + String(cString: pointer)
      guard let value = icalproperty_get_value(property) else {
        entry[name, default: []].append("")
        continue
      }
      switch icalvalue_isa(value) {
      case ICAL_TEXT_VALUE, ICAL_X_VALUE:
        let words =
          icalvalue_isa(value) == ICAL_TEXT_VALUE ? icalvalue_get_text(value) : icalvalue_get_x(value)
        entry[name, default: []].append(words.map { String(cString: $0) } ?? "")
      case ICAL_TRIGGER_VALUE:
        let seconds = icaldurationtype_as_int(icalvalue_get_trigger(value).duration)
        entry[name, default: []].append("\(seconds)")
      case ICAL_DURATION_VALUE:
        entry[name, default: []].append("\(icaldurationtype_as_int(icalvalue_get_duration(value)))")
      default:
        var words = icalvalue_as_ical_string(value).map { String(cString: $0) } ?? ""
        if let zone = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER),
          let id = icalparameter_get_tzid(zone)
        {
          words = String(cString: id) + " " + words
          let local = icalproperty_get_datetime_with_component(property, component)
          let utc = icaltime_convert_to_zone(local, icaltimezone_get_utc_timezone())
          entry[name + "@", default: []].append(
            icaltime_as_ical_string(utc).map { String(cString: $0) } ?? "")
        }
        entry[name, default: []].append(words)
      }
    }
  }
}
