/// What the tokeniser and the sentence splitter must know of a language's writing.
///
/// The engine knows no word itself; `TimelineLanguage` fills this from `data/`. A class, so that it is not copied
/// wherever it is asked.
public final class Orthography: Sendable {
  /// How an abbreviation behaves at its full stop.
  public enum Abbreviation: Int, Sendable {
    /// A sentence never ends after it (`Mr.`, `Gen.`).
    case title
    /// A sentence ends after it only where nothing else is possible (`Jan.`, `No.`, before a number).
    case beforeNumber
    /// A sentence may end after it (`Inc.`, `p.m.`, `U.S.`).
    case open
    /// It is an abbreviation only where a number follows (`No. 3`).
    case number
    /// It is an abbreviation only where its sentence goes on (`etc.,`).
    case inner
    /// It is an abbreviation only with a capital (`Sat.`), and then as one before a number.
    case capitalised
    /// It is an abbreviation only before the rest of a date (`May. 9, 2019`).
    case beforeDate
    /// A sentence may end after it, but not before a day or month (`10 p.m. Wednesday`).
    case clock
  }

  /// Words and marks, as `data/` lists them.
  public struct Words: Sendable {
    /// Words with their full stop (`jan.`), by ``Abbreviation``.
    public var abbreviations = WordTable()
    /// Endings that are words of their own: those that begin with an apostrophe (`'s`) and others
    /// (`n't`); the value is 1 for those split off a number only (`pm` of `5pm`), else 0.
    public var endings = WordTable()
    /// Words that are one with what stands behind their hyphen (`non`).
    public var prefixes = WordTable()
    /// Marks that are one token; the value is 1 for an emoticon, which ends no sentence and begins none.
    public var marks = WordTable()
    /// For each byte whether such a mark begins with it.
    public var isMarkLead = [Bool](repeating: false, count: 256)
    /// Words made of two (`cannot`): the value is the length of the first, 0 for those of ``contractions``.
    public var compounds = WordTable()
    /// Words that are two before some others (`its` before `not`): the value is the length of the first; and
    /// those others.
    public var contractions = WordTable()
    public var contracted = WordTable()
    /// How names of files and of hosts end (`doc`, `com`).
    public var extensions = WordTable()
    /// Words that often begin a sentence and are seldom names.
    public var starters = WordTable()
    /// Names of days and months, which go on with a clock time.
    public var dateWords = WordTable()

    public init() {}
  }

  public let words: Words

  public init(_ words: Words) {
    self.words = words
  }
}
