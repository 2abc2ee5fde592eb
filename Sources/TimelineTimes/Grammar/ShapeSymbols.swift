/// The classes that a token has by its shape and not by its word.
struct ShapeSymbols: Sendable {
  /// A whole number without separators, or with commas by thousands: value.
  let integer: Symbol
  /// One or two digits, 1 through 31.
  let day: Symbol
  /// One or two digits, 1 through 12.
  let monthNumber: Symbol
  /// Four digits, 1000 through 2999.
  let year: Symbol
  /// Four digits, 1500 through 2099: a year by itself.
  let likelyYear: Symbol
  /// Four digits, 3000 through 9999: a year only beside a month.
  let farYear: Symbol
  /// Five or six digits: a year behind the word alone.
  let longYear: Symbol
  /// Two digits.
  let twoDigits: Symbol
  /// Three digits that can be a clock time: 430.
  let threeDigits: Symbol
  /// Four digits that can be a clock time: 0600.
  let fourDigits: Symbol
  /// Eight digits that can be a date.
  let eightDigits: Symbol
  /// A number with a decimal point.
  let decimal: Symbol
  /// A number that is too long to be read, or that has letters behind it: `99999999999`, `66m`.
  let unread: Symbol
  /// `12th`, `21st`: value.
  let ordinal: Symbol
  /// `1990s`, `90s`: value 199, 9.
  let decade: Symbol
  /// `460s`, `80s`: value 46, 8; a decade before Christ.
  let oldDecade: Symbol
  /// `4:45`, with optional seconds: a clock.
  let clock: Symbol
  /// `17h30`: a clock, where a word beside it says that it is no length.
  let hourClock: Symbol
  /// `4.45` where a clock time can be meant.
  let pointClock: Symbol
  /// `6/12/26`, `2026/06/12`, `12.6.2026`: a date, month first with slashes, day first with points.
  let slashDate: Symbol
  /// `6/12`.
  let slashPair: Symbol
  /// `2022-03-13T02:30:00-05:00`: a clock time on a day.
  let isoTime: Symbol
  /// A hyphen or dash of any kind.
  let dash: Symbol
  /// A quotation mark or apostrophe.
  let quote: Symbol
  /// A word with one capital that the vocabulary does not know: a name, mostly. Only conditions ask for it.
  let name: Symbol
  /// Capitals alone, or one: `H`, `BBC`. Only conditions ask for it.
  let code: Symbol

  /// A word without a capital, known or not. Only conditions ask for it.
  let small: Symbol

  /// All of them, the commonest first.
  var all: [Symbol] {
    [
      dash, quote, integer, day, monthNumber, twoDigits, decimal, pointClock, threeDigits, fourDigits,
      farYear, longYear, eightDigits, slashPair, isoTime, hourClock, oldDecade, year, likelyYear, ordinal,
      decade, clock,
      slashDate, unread,
    ]
  }

  init(_ vocabulary: inout Vocabulary) {
    integer = vocabulary.symbol(ofClass: "INT")
    day = vocabulary.symbol(ofClass: "DAYNUM")
    monthNumber = vocabulary.symbol(ofClass: "MONTHNUM")
    year = vocabulary.symbol(ofClass: "YEAR")
    likelyYear = vocabulary.symbol(ofClass: "LIKELYYEAR")
    farYear = vocabulary.symbol(ofClass: "FARYEAR")
    longYear = vocabulary.symbol(ofClass: "LONGYEAR")
    twoDigits = vocabulary.symbol(ofClass: "DIGITS2")
    threeDigits = vocabulary.symbol(ofClass: "DIGITS3")
    fourDigits = vocabulary.symbol(ofClass: "DIGITS4")
    eightDigits = vocabulary.symbol(ofClass: "DIGITS8")
    decimal = vocabulary.symbol(ofClass: "DECIMAL")
    unread = vocabulary.symbol(ofClass: "UNREAD")
    ordinal = vocabulary.symbol(ofClass: "ORDINAL")
    decade = vocabulary.symbol(ofClass: "DECADE")
    oldDecade = vocabulary.symbol(ofClass: "OLDDECADE")
    clock = vocabulary.symbol(ofClass: "CLOCK")
    pointClock = vocabulary.symbol(ofClass: "POINTCLOCK")
    hourClock = vocabulary.symbol(ofClass: "HOURCLOCK")
    slashDate = vocabulary.symbol(ofClass: "SLASHDATE")
    slashPair = vocabulary.symbol(ofClass: "SLASHPAIR")
    isoTime = vocabulary.symbol(ofClass: "ISOTIME")
    dash = vocabulary.symbol(ofClass: "DASH")
    quote = vocabulary.symbol(ofClass: "QUOTE")
    name = vocabulary.symbol(ofClass: "NAME")
    code = vocabulary.symbol(ofClass: "CODE")
    small = vocabulary.symbol(ofClass: "SMALL")
  }
}
