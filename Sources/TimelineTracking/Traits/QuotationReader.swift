import TimelineLanguage
import TimelineText

/// Finds what a text quotes word by word, so that two articles with the same quotation are known.
///
/// Of the runs of six words in each quotation those are kept whose hash divides evenly: an article that quotes only a
/// part of what another does keeps the same ones of that part. Source: Manber, "Finding similar files in a large file
/// system" (1994), fingerprints chosen by their value.
enum QuotationReader {
  /// Words of a run; shorter quotations are said too often.
  private static let width = 6
  /// One run of so many is kept.
  private static let share: UInt32 = 3
  /// So many hashes an article at most.
  static let limit = 24
  /// A quotation that is longer than so many characters was opened and never closed.
  private static let longest = 2_000

  /// The hashes of the runs, sorted.
  static func runs(of text: String) -> [UInt32] {
    var found: Set<UInt32> = []
    for quotation in quotations(of: text) {
      let words = WordSplitter.words(of: quotation).map(\.bytes)
      guard words.count >= width else { continue }
      for start in 0...words.count - width {
        let hash = WordHash.of(words[start..<start + width].joined(separator: [32]))
        if hash % share == 0 { found.insert(hash) }
      }
    }
    return Array(found.sorted().prefix(limit))
  }

  /// What stands between double quotation marks, straight or curled.
  private static func quotations(of text: String) -> [String] {
    var found: [String] = []
    var open: String.UnicodeScalarView?
    var closing: Unicode.Scalar = "\""
    var length = 0
    for scalar in text.unicodeScalars {
      if var inner = open {
        if scalar == closing || length > longest {
          if scalar == closing { found.append(String(inner)) }
          open = nil
          continue
        }
        open = nil
        inner.append(scalar)
        open = inner
        length += 1
      } else if scalar == "\u{201C}" || scalar == "\"" {
        closing = scalar == "\"" ? "\"" : "\u{201D}"
        open = String.UnicodeScalarView()
        length = 0
      }
    }
    return found
  }
}
