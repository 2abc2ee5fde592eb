import TimelineLanguage
import TimelineText

/// Finds what stands inside quotation marks.
enum Quotations {
  /// For each token whether it stands inside a quotation. A quotation without an end stops with its
  /// paragraph; a mark at the start of a paragraph opens one.
  static func marks(_ document: Document) -> [Bool] {
    let bytes = document.text.bytes.span
    var marks = [Bool](repeating: false, count: document.tokens.count)
    var isInside = false
    for sentence in document.sentences {
      if sentence.beginsParagraph { isInside = false }
      for index in sentence.tokens {
        let token = document.tokens[index]
        if token.kind == .quote {
          switch side(token, bytes, isInside) {
          case .opening: isInside = true
          case .closing: isInside = false
          case .neither: break
          }
        }
        marks[index] = isInside
      }
    }
    return marks
  }

  private enum Side { case opening, closing, neither }

  private static func side(_ token: Token, _ bytes: borrowing Span<UInt8>, _ isInside: Bool) -> Side {
    let first = bytes[Int(token.start)]
    switch token.count {
    case 1 where first == 34: return isInside ? .closing : .opening
    case 2 where first == 96: return .opening
    case 2 where first == 39: return isInside ? .closing : .opening
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
