import CTimelineData
package import TimelineDates
package import TimelineLanguage

/// The time zones of the gazetteer's cities, by their IANA names.
package struct ZoneRules: Sendable {
  private var rules: [String: ZoneRule] = [:]
  package private(set) var faults: [DataMistake] = []

  package static let world = ZoneRules(DataFile("data/places/zones.tsv", timeline_data_places_zones()))

  package init(_ file: DataFile) {
    for (line, cells) in file.rows {
      guard cells.count == 2, let rule = ZoneRule(String(cells[1])) else {
        faults.append(file.fault(line, "expected a zone and its rule as POSIX writes it, with a tab"))
        continue
      }
      rules[cells[0].uppercased()] = rule
    }
  }

  package func contains(_ zone: String) -> Bool { rules[zone.uppercased()] != nil }

  /// Whether an abbreviation such as `IST` is that of a zone: by the zone's own names, else by one of the
  /// distances that it may stand for.
  package func zone(_ zone: String, isCalled name: String, offsets: Set<Int>, at time: LocalTime) -> Bool {
    guard let rule = rules[zone.uppercased()] else { return false }
    return rule.names.isEmpty
      ? offsets.contains(rule.offset(at: time)) : rule.names.contains(name.uppercased())
  }

  /// Minutes east of UTC at a moment of a zone's wall clock, by the rule that holds at present; nil for a
  /// zone that is not listed.
  package func offset(of zone: String, at time: LocalTime) -> Int? {
    rules[zone.uppercased()]?.offset(at: time)
  }
}
