import CTimelineData
import TimelineLanguage

/// Turns names as written into ``NameKey``s.
struct NameReader: Sendable {
  static let english = NameReader(
    variants: DataFile("data/en/name-variants.tsv", timeline_data_name_variants()), spelling: .english,
    words: .english)

  private let spelling: Spelling
  private let words: TrackingWords
  /// From the folded words of a variant, joined by spaces, to the words of the form that stands for it.
  private let variants: [[UInt8]: [UInt32]]
  /// First words of variants of several words, so that most names cost one look-up a word.
  private let beginnings: Set<[UInt8]>
  /// The forms of each name that has several, by the words of the one that stands for them.
  private let forms: [[UInt32]: [String]]
  /// The words of forms that stand for others: governments and bodies that many stories name.
  let common: Set<UInt32>

  /// Rows of the file that are not as they should be; they are left out.
  let faults: [DataMistake]

  init(variants table: DataFile, spelling: Spelling, words: TrackingWords) {
    self.spelling = spelling
    self.words = words
    var variants: [[UInt8]: [UInt32]] = [:]
    var beginnings: Set<[UInt8]> = []
    var common: Set<UInt32> = []
    var all: [[UInt32]: [String]] = [:]
    var faults: [DataMistake] = []
    for (line, cells) in table.rows {
      let forms = cells.joined(separator: ",").split(separator: ",", omittingEmptySubsequences: false).map {
        WordSplitter.words(of: String($0)).map(\.bytes)
      }
      guard cells.count == 2, !forms.contains([]), let standard = forms.first else {
        faults.append(table.fault(line, "expected a name and its other forms between commas, with a tab"))
        continue
      }
      let hashes = standard.map { NameReader.hash(spelling.common($0)) }
      common.formUnion(hashes)
      for form in forms {
        if let other = variants[Array(form.joined(separator: [32]))], other != hashes {
          faults.append(table.fault(line, "expected no form that stands for another name already"))
        }
        variants[Array(form.joined(separator: [32]))] = hashes
        all[hashes, default: []].append(String(decoding: Array(form.joined(separator: [32])), as: UTF8.self))
        if form.count > 1, let first = form.first { beginnings.insert(first) }
      }
    }
    self.variants = variants
    self.beginnings = beginnings
    self.common = common
    self.forms = all
    self.faults = faults
  }

  /// The other forms of a name given as folded words.
  func otherForms(of name: String) -> [String] {
    guard let words = variants[Array(name.utf8)] else { return [] }
    return forms[words, default: []].filter { $0 != name }
  }

  /// The upper bits of a word's hash; the lowest bit is free for the proper mark.
  static func hash(_ bytes: [UInt8]) -> UInt32 { WordHash.of(bytes) & ~1 }

  /// The hashes of one folded word in its common spelling, or of the form that stands for it.
  func hashes(ofWord word: [UInt8], isCapitalised: Bool) -> [UInt32] {
    if isCapitalised, let variant = variants[word] { return variant }
    return [NameReader.hash(spelling.common(word))]
  }

  /// The key of a name; empty for pronouns and where no word counts.
  ///
  /// - Parameter isProper: Whether a capitalised word is one in the middle of a sentence too.
  func key(_ name: String, isProper: (UInt32) -> Bool) -> NameKey {
    let pieces = WordSplitter.words(of: name)
    if pieces.count == 1, words.nobody.contains(WordHash.of(pieces[0].bytes)) { return NameKey(words: []) }
    var found: [UInt32] = []
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      if piece.isCapitalised, let (length, hashes) = longVariant(pieces[index...]) {
        found += hashes.map { $0 | 1 }
        index += length
        continue
      }
      if let length = surnameLength(pieces[index...]) {
        let surname = pieces[index..<index + length].flatMap(\.bytes)
        found.append(NameReader.hash(spelling.common(surname)) | 1)
        index += length
        continue
      }
      index += 1
      let plain = WordHash.of(piece.bytes)
      let isVariant = piece.isCapitalised && variants[piece.bytes] != nil
      if words.empty.contains(plain), !isVariant { continue }
      if words.titles.contains(plain), pieces.count > 1 { continue }
      for hash in hashes(ofWord: piece.bytes, isCapitalised: piece.isCapitalised) {
        found.append(isVariant || piece.isCapitalised && isProper(hash) ? hash | 1 : hash)
      }
    }
    return NameKey(words: found)
  }

  /// How many words make one surname with its particles (`Van de Perre`, also written `Vandeperre`):
  /// short words, a small one among them, and a capitalised word; nil where there is none.
  private func surnameLength(_ pieces: ArraySlice<FoldedWord>) -> Int? {
    let particles = pieces.prefix { $0.bytes.count <= 3 }
    guard particles.contains(where: { !$0.isCapitalised }), particles.count < min(pieces.count, 4),
      pieces[pieces.startIndex + particles.count].isCapitalised,
      !particles.contains(where: { words.empty.contains(WordHash.of($0.bytes)) })
    else { return nil }
    return particles.count + 1
  }

  private func longVariant(_ pieces: ArraySlice<FoldedWord>) -> (length: Int, hashes: [UInt32])? {
    guard let first = pieces.first, beginnings.contains(first.bytes) else { return nil }
    var joined = first.bytes
    var best: (Int, [UInt32])?
    for (offset, piece) in pieces.dropFirst().prefix(4).enumerated() {
      joined += [32] + piece.bytes
      if let hashes = variants[joined] { best = (offset + 2, hashes) }
    }
    return best
  }
}
