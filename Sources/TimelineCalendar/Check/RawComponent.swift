/// What stands between `BEGIN` and `END`: properties and components within.
struct RawComponent {
  var name: String
  var line: Int
  var properties: [RawProperty] = []
  var components: [RawComponent] = []

  func first(_ name: String) -> RawProperty? { properties.first { $0.name == name } }
  func all(_ name: String) -> [RawProperty] { properties.filter { $0.name == name } }

  /// Itself and those within, to any depth.
  func forEach(_ body: (RawComponent) -> Void) {
    body(self)
    for component in components { component.forEach(body) }
  }
}

/// A file of iCalendar taken apart, and what is wrong with its form.
struct RawCalendar {
  private(set) var calendars: [RawComponent] = []
  private(set) var faults: [CalendarFault]

  /// How deep components may stand within one another; those of the standard go to three.
  private static let deepest = 16

  init(_ file: [UInt8]) {
    let lines = RawLines(file)
    faults = lines.faults
    var open: [RawComponent] = []
    for line in lines.lines {
      do throws(CalendarFault) {
        add(try RawProperty(line), to: &open)
      } catch {
        faults.append(error)
      }
    }
    while let component = open.popLast() {
      faults.append(
        CalendarFault(
          .notClosed, line: component.line, "BEGIN:\(component.name) has no END:\(component.name)"))
      close(component, in: &open)
    }
    if calendars.isEmpty, !faults.contains(where: { $0.kind == .noCalendar }) {
      faults.append(CalendarFault(.noCalendar, line: 1, "no calendar in it; it begins with BEGIN:VCALENDAR"))
    }
  }

  private mutating func add(_ property: RawProperty, to open: inout [RawComponent]) {
    switch property.name {
    case "BEGIN":
      let name = property.text.uppercased()
      if open.count >= Self.deepest {
        faults.append(
          CalendarFault(
            .notClosed, line: property.line, "more than \(Self.deepest) components within one another"))
      } else {
        if open.isEmpty, name != "VCALENDAR" { refuseOutside(property) }
        open.append(RawComponent(name: name, line: property.line))
      }
    case "END":
      let name = property.text.uppercased()
      guard let index = open.lastIndex(where: { $0.name == name }) else {
        faults.append(CalendarFault(.notOpened, line: property.line, "END:\(name) has no BEGIN:\(name)"))
        return
      }
      while open.count > index, let component = open.popLast() {
        if open.count > index {
          faults.append(
            CalendarFault(
              .notClosed, line: component.line, "BEGIN:\(component.name) has no END:\(component.name)"))
        }
        close(component, in: &open)
      }
    default:
      guard !open.isEmpty else {
        refuseOutside(property)
        return
      }
      open[open.count - 1].properties.append(property)
    }
  }

  private mutating func refuseOutside(_ property: RawProperty) {
    // One is enough: everything up to the next calendar stands outside then.
    guard faults.last?.kind != .noCalendar else { return }
    faults.append(
      CalendarFault(
        .noCalendar, line: property.line, "\(property.name) stands outside of BEGIN:VCALENDAR … END:VCALENDAR"
      ))
  }

  private mutating func close(_ component: RawComponent, in open: inout [RawComponent]) {
    if open.isEmpty {
      if component.name == "VCALENDAR" { calendars.append(component) }
    } else {
      open[open.count - 1].components.append(component)
    }
  }
}
