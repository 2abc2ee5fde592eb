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
