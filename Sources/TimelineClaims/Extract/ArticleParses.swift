import TimelineLanguage
import TimelineText
import TimelineTimes

/// An article's sentences, each parsed when it is first asked for, with the times found in it.
final class ArticleParses {
  let document: Document
  let lexicon: ClaimLexicon
  private let core: LanguageCore
  private let recogniser: TimeRecogniser
  private var parses: [Int: ClauseReader] = [:]
  private var found: [[TimeRecogniser.Finding]?]
  /// For each token whether it stands inside a quotation.
  let isQuoted: [Bool]

  init(_ document: Document, core: LanguageCore, recogniser: TimeRecogniser, lexicon: ClaimLexicon) {
    self.document = document
    self.core = core
    self.recogniser = recogniser
    self.lexicon = lexicon
    found = Array(repeating: nil, count: document.sentences.count)
    isQuoted = Quotations.marks(document)
  }

  func clause(_ index: Int) -> ClauseReader {
    if let known = parses[index] { return known }
    let parsed = ClauseReader(
      sentence: core.parse(document.sentences[index], in: document), lexicon: lexicon)
    parses[index] = parsed
    return parsed
  }

  func findings(_ index: Int) -> [TimeRecogniser.Finding] {
    if let known = found[index] { return known }
    let sentence = document.sentences[index]
    let result = recogniser.findings(in: sentence.tokens, of: document.tokens, text: document.text)
    found[index] = result
    return result
  }

  /// The words of a sentence that a finding covers.
  func words(_ finding: TimeRecogniser.Finding, in index: Int) -> Range<Int> {
    let first = document.sentences[index].tokens.lowerBound
    return finding.tokens.lowerBound - first..<finding.tokens.upperBound - first
  }

  /// What each time of a sentence attaches to; nil for those that attach to nothing.
  func attachments(_ index: Int) -> [TimeAttachment?] {
    let findings = findings(index)
    let clause = clause(index)
    let attacher = TimeAttacher(
      clause: clause, timeWords: Set(findings.flatMap { Array(words($0, in: index)) }))
    return findings.map { attacher.attach(words($0, in: index), $0.term) }
  }

  func isQuoted(_ word: Int, in index: Int) -> Bool {
    isQuoted[document.sentences[index].tokens.lowerBound + word]
  }
}

/// Finds what stands inside quotation marks.
enum Quotations {
  /// For each token whether it stands inside a quotation. A quotation without an end stops with its
  /// paragraph, unless the next paragraph opens with a quotation mark again.
  static func marks(_ document: Document) -> [Bool] {
    var isInside = false
    let bytes = document.text.bytes.span
    var marks: [Bool] = []
    marks.reserveCapacity(document.tokens.count)
    for token in document.tokens {
      if token.traits.contains(.newlineBefore), token.kind != .quote { isInside = false }
      guard token.kind == .quote else {
        marks.append(isInside)
        continue
      }
      switch side(token, bytes, isInside) {
      case .opening: isInside = true
      case .closing: isInside = false
      case .neither: break
      }
      marks.append(isInside)
    }
    return marks
  }

  private enum Side { case opening, closing, neither }

  private static func side(_ token: Token, _ bytes: borrowing Span<UInt8>, _ isInside: Bool) -> Side {
    let first = bytes[Int(token.start)]
    switch token.count {
    case 1 where first == 34: return isInside ? .closing : .opening
    case 2 where first == 96: return .opening
    case 2 where first == 39: return .closing
    case 2 where first == 0xC2: return bytes[Int(token.start) + 1] == 0xAB ? .opening : .closing
    case 3 where first == 0xE2:
      switch bytes[Int(token.start) + 2] {
      case 0x9C, 0x9E, 0x9F: return .opening
      case 0x9D: return .closing
      default: return .neither
      }
    default: return .neither
    }
  }
}
