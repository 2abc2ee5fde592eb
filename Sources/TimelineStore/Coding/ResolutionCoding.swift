import TimelineDates
import TimelineTimes

/// ``Resolution`` and ``Period`` as compact JSON.
extension Resolution {
  var atom: Atom {
    switch self {
    case .resolved(let reading): .list([.text("resolved"), reading.atom])
    case .ambiguous(let readings): .list([.text("ambiguous")] + readings.map(\.atom))
    case .unanchored(let missing): .list([.text("unanchored"), missing.atom])
    case .impossible(let why): .list([.text("impossible"), .text(why)])
    }
  }

  init?(_ atom: Atom) {
    switch atom[0].text {
    case "resolved":
      guard let reading = Reading(atom[1]) else { return nil }
      self = .resolved(reading)
    case "ambiguous": self = .ambiguous(atom.list?.dropFirst().compactMap { Reading($0) } ?? [])
    case "unanchored":
      guard let missing = Missing(atom[1]) else { return nil }
      self = .unanchored(missing)
    case "impossible": self = .impossible(atom[1].text ?? "")
    default: return nil
    }
  }
}

extension Resolution.Missing {
  var atom: Atom {
    switch self {
    case .nothingToDate: .list([.text("nothing")])
    case .previousTime: .list([.text("previous")])
    case .event(let name): .list([.text("event"), .text(name)])
    case .fiscalYear: .list([.text("fiscal")])
    }
  }

  init?(_ atom: Atom) {
    switch atom[0].text {
    case "nothing": self = .nothingToDate
    case "previous": self = .previousTime
    case "event": self = .event(atom[1].text ?? "")
    case "fiscal": self = .fiscalYear
    default: return nil
    }
  }
}

extension Reading {
  var atom: Atom { .list([period.atom, .text(exactness.rawValue), .optional(zone), .texts(steps)]) }

  init?(_ atom: Atom) {
    guard let period = Period(atom[0]) else { return nil }
    self.init(
      period: period, exactness: atom[1].text.flatMap { Exactness(rawValue: $0) } ?? .exact,
      zone: atom[2].text,
      steps: atom[3].texts)
  }
}

extension Period {
  /// Seconds of the half-open period on the local clock, and the grain.
  var atom: Atom { .list([.int(Int(start.seconds)), .int(Int(end.seconds)), .int(grain.rawValue)]) }

  init?(_ atom: Atom) {
    guard let start = atom[0].int.flatMap({ LocalTime(stored: $0) }),
      let end = atom[1].int.flatMap({ LocalTime(stored: $0) }),
      let grain = atom[2].int.flatMap({ Grain(rawValue: $0) })
    else { return nil }
    self.init(start: start, end: end, grain: grain)
  }
}

extension LocalTime {
  /// A time as stored; nil for one that lies on no day, as only a damaged row has it.
  init?(stored seconds: Int) {
    let time = LocalTime(seconds: Int64(seconds))
    guard abs(Int(time.day.value)) < Int(Int32.max) else { return nil }
    self = time
  }
}
