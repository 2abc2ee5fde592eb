package import TimelineDates
import TimelinePlaces

extension ZoneTable {
  /// Minutes east of UTC at a moment of a zone's wall clock; nil for no zone and for one of several meanings.
  package func offset(of name: String, at time: LocalTime) -> Int? {
    let offsets = Set(meanings(of: name, at: time).map(\.offset))
    return offsets.count == 1 ? offsets.first : nil
  }

  /// `+05:30`.
  package static func text(offset: Int) -> String {
    let minutes = abs(offset)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return (offset < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
  }
}
