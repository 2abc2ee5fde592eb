import TimelineDates
import TimelineTimes

/// What of a term's build tells how surely it is read.
extension TimeTerm {
  /// The feature of its outermost operator.
  var operatorFeature: String {
    switch self {
    case .anchor: "operator-anchor"
    case .date: "operator-date"
    case .nearest: "operator-nearest"
    case .this: "operator-this"
    case .next: "operator-next"
    case .last: "operator-last"
    case .nth: "operator-nth"
    case .shift(_, _, let sign): sign > 0 ? "operator-later" : "operator-earlier"
    case .stretch(_, _, let sign): sign > 0 ? "operator-ahead" : "operator-back"
    case .between: "operator-between"
    case .workdays: "operator-shift"
    case .ending: "operator-stretch"
    case .part: "operator-part"
    case .rest: "operator-rest"
    case .during: "operator-during"
    case .at: "operator-at"
    case .approximately: "operator-about"
    case .open: "operator-open"
    case .duration: "operator-length"
    case .set: "operator-set"
    case .vague: "operator-vague"
    }
  }

  /// A length of time that begins or ends at a reference.
  var isStretch: Bool {
    if case .stretch = self { return true }
    return false
  }

  /// A clock time on a day that it does not name.
  var isBareClock: Bool {
    guard case .at(_, let day) = self, case .anchor = day else { return false }
    return true
  }

  /// A part of a day that it does not name: `one night`.
  var isBareDayPart: Bool {
    guard case .during(_, let day) = self, case .anchor = day else { return false }
    return true
  }

  /// Whether it counts from a time that the text mentioned before.
  var refersBack: Bool {
    hasAnchor {
      switch $0 {
      case .previous, .spoken, .spokenDay: true
      case .publication, .fiscalYear, .fiscalYearNamed, .event: false
      }
    }
  }

  /// Whether it counts from a named event.
  var isNamed: Bool {
    if case .nearest(.event) = self { return true }
    return hasAnchor {
      if case .event = $0 { return true }
      return false
    }
  }

  private func hasAnchor(_ isWanted: (Anchor) -> Bool) -> Bool {
    switch self {
    case .anchor(let anchor): isWanted(anchor)
    case .this(_, let base), .next(_, let base), .last(_, let base), .nth(_, _, let base),
      .shift(let base, _, _), .stretch(let base, _, _), .part(_, let base), .rest(_, let base),
      .workdays(_, let base), .ending(_, let base), .during(_, let base), .at(_, let base),
      .approximately(let base),
      .open(_, let base):
      base.hasAnchor(isWanted)
    case .between(let start, let end): start.hasAnchor(isWanted) || end.hasAnchor(isWanted)
    case .date, .nearest, .duration, .set, .vague: false
    }
  }
}

extension TimeTerm {
  /// Whether a claim can stand at it: not a mere length, repeated time or vague word.
  var canDate: Bool {
    switch self {
    // `The year` is more often a word for how long something takes.
    case .this(.unit, .anchor(.spoken)): false
    case .duration, .vague, .set: false
    default: true
    }
  }

  var isVagueFuture: Bool { self == .vague(.future) }

  /// Whether its words say that it lies behind the publication: `two weeks ago`, `last month`, `yesterday`.
  var isSaidToBePast: Bool {
    switch self {
    case .shift(.anchor(.publication), _, let sign): sign < 0
    case .last(_, .anchor(.publication)): true
    case .rest(.earlier, _): true
    case .during(_, let inner), .at(_, let inner), .part(_, let inner), .approximately(let inner):
      inner.isSaidToBePast
    default: false
    }
  }

  /// A length of time ahead: `within twenty minutes`.
  var isStretchAhead: Bool {
    guard case .stretch(_, _, let sign) = self else { return false }
    return sign > 0
  }

  /// A date or a day that is counted from nothing.
  var isNamedByItself: Bool {
    switch self {
    case .date, .nearest: true
    case .during(_, let inner), .at(_, let inner): inner.isNamedByItself
    default: false
    }
  }

  /// A year by its number.
  var isYear: Bool {
    guard case .date(let date) = self else { return false }
    return date.year != nil && date.month == nil && date.season == nil && date.quarter == nil
  }

  /// A day, week or month that is counted within something: `the last day`.
  var isPartOfLonger: Bool {
    switch self {
    case .last(.unit, _), .nth(_, .unit, _): true
    default: false
    }
  }

  /// Whether it names a month or something longer.
  var isLongerThanDay: Bool {
    switch self {
    case .date(let date): date.day == nil && date.week == nil && date.weekday == nil
    case .nearest(let unit), .this(let unit, _), .next(let unit, _), .last(let unit, _), .nth(_, let unit, _):
      unit.isLongerThanDay
    case .shift(_, let amount, _): amount.grain >= .month
    case .part(_, let base), .rest(_, let base), .approximately(let base): base.isLongerThanDay
    case .ending: true
    default: false
    }
  }
}

extension Recurrence {
  fileprivate var isLongerThanDay: Bool {
    switch self {
    case .unit(let grain): grain >= .month
    case .month, .season, .quarter, .half: true
    default: false
    }
  }
}
