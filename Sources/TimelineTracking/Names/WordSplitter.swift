import TimelineText

/// A word of a text, folded.
struct FoldedWord {
  var bytes: [UInt8]
  var isCapitalised: Bool
  /// Whether it is the first word after the text's start or the end of a sentence.
  var startsSentence: Bool
  /// Whether a comma or another mark stands between it and the word before.
  var followsMark: Bool
}

/// Cuts a text into words for comparing: runs of letters and digits, with points between initials
/// (`U.S.`), hyphens and apostrophes inside; a possessive `'s` is dropped.
enum WordSplitter {
  static func words(of text: String) -> [FoldedWord] {
    var words: [FoldedWord] = []
    words.reserveCapacity(text.utf8.count / 6 + 1)
    var bytes: [UInt8] = []
    var isCapitalised = false
    var startsSentence = true
    var followsMark = false
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 48...57, 65...90, 97...122: true
      case 0..<0xC0: false
      case 0xD7, 0xF7, 0x2000...0x206F, 0x3000...0x303F: false
      case 0xC0...0x24F: true
      default: scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      }
    }
    func finish() {
      guard !bytes.isEmpty else { return }
      if bytes.ends(with: [39, 115]) { bytes.removeLast(2) }
      while let last = bytes.last, last == 39 || last == 45 || last == 46 { bytes.removeLast() }
      bytes.removeAll { $0 == 46 }
      if !bytes.isEmpty {
        words.append(
          FoldedWord(
            bytes: bytes, isCapitalised: isCapitalised, startsSentence: startsSentence,
            followsMark: followsMark))
        startsSentence = false
        followsMark = false
      }
      bytes.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if isWord(scalar) {
        if bytes.isEmpty {
          isCapitalised =
            scalar.value < 0x80 ? (65...90).contains(scalar.value) : scalar.properties.isUppercase
        }
        LatinFolding.append(scalar, to: &bytes)
        continue
      }
      switch scalar {
      case "'", "\u{2019}", "-", "\u{2010}", "\u{2011}":
        if !bytes.isEmpty {
          LatinFolding.append(scalar == "\u{2010}" || scalar == "\u{2011}" ? "-" : scalar, to: &bytes)
        }
        continue
      case "." where bytes.count == 1 || (bytes.count > 2 && bytes[bytes.count - 2] == 46):
        bytes.append(46)  // between initials
        continue
      case ".", "!", "?", "\n", "\u{201C}", "\"":
        finish()
        startsSentence = true
      case " ":
        finish()
      default:
        finish()
        followsMark = true
      }
    }
    finish()
    return words
  }
}
