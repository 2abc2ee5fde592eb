import TimelineDates
import TimelineTimes

/// The tags of a document: those around words, and those of times that are only implied.
///
/// A stretch (`the next three days`) is a length with its two ends; so is a range (`June 4-6`), which TimeML has no
/// value for. An end that no words name is a tag without text, behind the text.
struct TimeMLTags {
  struct Written {
    var span: Range<Int>
    var tag: TimeMLTag
  }

  private(set) var written: [Written] = []
  private(set) var implied: [TimeMLTag] = []
  /// The tag of the last time that later words may refer to.
  private var previous: String?

  /// The tag of the publication.
  static let creation = "t0"

  init(_ times: [TimeExpression]) {
    var end = 0
    for time in times where time.span.lowerBound >= end && !time.span.isEmpty {
      end = time.span.upperBound
      written.append(
        Written(
          span: time.span,
          tag: TimeMLTag(id: "t\(written.count + 1)", timex: time.timex, isFunction: time.term.isFunction)))
    }
    var place = 0
    for time in times where place < written.count && time.span == written[place].span {
      complete(place, time)
      if time.term.isDated, time.resolution.chosen != nil { previous = written[place].tag.id }
      place += 1
    }
  }

  /// Adds what points at other tags.
  private mutating func complete(_ place: Int, _ time: TimeExpression) {
    if written[place].tag.isFunction { written[place].tag.anchor = anchor(of: time.term) }
    guard let period = time.resolution.chosen?.period else { return }
    if case .stretch(let base, _, let sign) = time.term {
      let known = anchor(of: base)
      let other = imply(sign > 0 ? period.lastDay : period.firstDay, anchor: written[place].tag.id)
      (written[place].tag.begin, written[place].tag.end) = sign > 0 ? (known, other) : (other, known)
    } else if written[place].tag.timex.value.utf8.contains(UInt8(ascii: "/")) {
      written[place].tag.timex.type = .duration
      written[place].tag.timex.value = period.length
      written[place].tag.begin = imply(start: period, anchor: written[place].tag.anchor)
      written[place].tag.end = imply(end: period, anchor: written[place].tag.anchor)
    }
  }

  private func anchor(of term: TimeTerm) -> String {
    term.refersToPrevious ? previous ?? Self.creation : Self.creation
  }

  private mutating func imply(_ day: DayNumber, anchor: String?) -> String {
    imply(TIMEX3(type: .date, value: CivilDate(day).description), anchor)
  }

  private mutating func imply(start period: Period, anchor: String?) -> String {
    imply(timex(period.inclusiveText.start, period), anchor)
  }

  private mutating func imply(end period: Period, anchor: String?) -> String {
    imply(timex(period.inclusiveText.end, period), anchor)
  }

  private func timex(_ value: String, _ period: Period) -> TIMEX3 {
    TIMEX3(type: period.grain.isClock ? .time : .date, value: value)
  }

  private mutating func imply(_ timex: TIMEX3, _ anchor: String?) -> String {
    let id = "t\(written.count + implied.count + 1)"
    implied.append(TimeMLTag(id: id, timex: timex, isFunction: anchor != nil, anchor: anchor))
    return id
  }
}

extension Period {
  /// The period's length as a value of TIMEX3: whole years or months where it is made of such, else days; hours and
  /// minutes where it is told with clock times.
  fileprivate var length: String {
    if grain.isClock {
      // The last minute is the end and not within.
      let minutes = max(Int(end.seconds - start.seconds) / 60 - 1, 1)
      return minutes % 60 == 0 ? "PT\(minutes / 60)H" : "PT\(minutes)M"
    }
    let (first, after) = (CivilDate(firstDay), CivilDate(lastDay + 1))
    let months = (after.year - first.year) * 12 + after.month - first.month
    if first.day == 1, after.day == 1, months > 0 {
      return months % 12 == 0 ? "P\(months / 12)Y" : "P\(months)M"
    }
    return "P\(dayCount)D"
  }
}
