extension DocumentTime {
  /// Whether this moment has come nowhere on Earth yet: a day without an offset begins first at UTC+14.
  ///
  /// `now` without a clock time means its whole day. Ten minutes are granted to clocks that disagree.
  package func isFuture(at now: DocumentTime) -> Bool {
    if now.second == nil { return day > now.day }
    let earliest = offset == nil ? instant - 14 * 3600 : instant - 600
    return earliest > now.instant
  }
}
