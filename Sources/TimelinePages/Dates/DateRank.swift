/// How much a date is trusted by where it stands, 0 through 100.
enum DateRank {
  static let given = 100
  /// Names that may as well mean another date than the publication.
  static let vagueMeta = 62
  static let meta = 90
  static let linkedData = 88
  static let microdata = 86
  static let feed = 84
  static let abbr = 80
  static let address = 72
  static let publishedTime = 78
  static let time = 66
  static let labelled = 70
  static let classed = 60
  static let plain = 40
  /// A change is taken for the publication only where nothing better is known.
  static let modified = 50
  /// Data of a page's own scripts.
  static let code = 45
  static let remark = 8
  /// Candidates below are never chosen.
  static let least = 15
  /// Candidates below do not count where candidates are compared.
  static let doubtful = 55
}
