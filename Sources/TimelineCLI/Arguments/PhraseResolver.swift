import Timeline

/// Time expressions on the command line, read by the engine itself.
enum PhraseResolver {
  /// The period that the words mean on a day; nil where they are not one time expression as a whole.
  static func period(of phrase: String, on day: DocumentTime) -> Period? {
    let times = Timeline.extract(phrase, published: day).times
    let whole = times.first { $0.span == 0..<phrase.unicodeScalars.count }
    return whole?.resolution.chosen?.period
  }
}
