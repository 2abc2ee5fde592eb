import TimelineDates
import TimelineTimes

/// Events that are moved from one date to another.
extension ExtractionPass {
  /// The day to which an event is moved away from another date (`moved from 7 October to 14 October`).
  func newDate(
    of event: Int, _ attachments: [TimeAttachment?], _ findings: [TimeRecogniser.Finding], in index: Int
  ) -> DayNumber? {
    for (finding, attachment) in zip(findings, attachments) {
      guard let attachment, attachment.word == event, attachment.modality == .scheduled else { continue }
      var context = context(finding, in: index)
      context.direction = .future
      context.isDirectionParsed = true
      return resolver.resolve(finding.term, in: context).chosen?.period.firstDay
    }
    return nil
  }

  /// The direction in which the occurrence of a time lies that is nearer to a day; nil where both are as near.
  func nearer(
    to day: DayNumber, _ finding: TimeRecogniser.Finding, in context: ResolutionContext
  ) -> Direction? {
    let distances = [Direction.past, .future].map { direction in
      var context = context
      context.direction = direction
      context.isDirectionParsed = true
      let found = resolver.resolve(finding.term, in: context).chosen?.period.firstDay
      return found.map { abs(Int($0.value) - Int(day.value)) } ?? Int.max
    }
    return distances[0] == distances[1] ? context.direction : distances[0] < distances[1] ? .past : .future
  }
}
