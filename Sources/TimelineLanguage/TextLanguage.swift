import CTimelineData
import TimelineText

/// The language of a text, as its most frequent words and its script tell it.
///
/// Words that hardly any text of a language does without are counted, and the language with most of them is taken,
/// where it has many more than English; see `data/languages.tsv`. Source of the method: Grefenstette, "Comparing two
/// language identification schemes" (1995), there "small words". Whatever is in doubt counts as English.
public struct TextLanguage: Hashable, Sendable {
  /// A tag of BCP 47: `de`; `und-Cyrl` where the script alone is known.
  public let tag: String
  /// In English.
  public let name: String

  /// The language of a text that is clearly another than English; nil for English, and for what cannot be told: a
  /// few words, a table, a list of names.
  public static func foreign(_ text: String) -> TextLanguage? { LanguageTable.shared.foreign(text) }

  /// The language of a text, English included; nil where it cannot be told.
  public static func of(_ text: String) -> TextLanguage? { LanguageTable.shared.language(of: text) }

  /// The language to be kept of a text: what its page says, unless that is English and the text clearly is not; what
  /// the text tells where the page says nothing.
  public static func tag(ofText text: String, said: String?) -> String? {
    guard let said else { return of(text)?.tag }
    return isEnglish(said) ? foreign(text)?.tag ?? said : said
  }

  /// Whether a tag is one of English, or of no language.
  public static func isEnglish(_ tag: String) -> Bool {
    let tag = tag.lowercased()
    return tag == "en" || tag.hasPrefix("en-") || tag == "und" || tag == "mul"
  }
}

/// The words of `data/languages.tsv`.
private struct LanguageTable: Sendable {
  static let shared = LanguageTable(DataFile("data/languages.tsv", timeline_data_languages()))

  private var languages: [TextLanguage] = []
  /// By the hash of a word, the languages that have it: a bit for each.
  private var words: [UInt32: UInt64] = [:]
  /// For the lowest bits of a hash whether a word may have it: most words are told by it.
  private var filter = [Bool](repeating: false, count: Census.filterSize)
  private let english: Int

  /// Fewer words of two letters or more tell nothing.
  private static let leastWords = 10
  /// No more of a text is looked at.
  private static let mostWords = 1500
  /// Of the words at least so many in a hundred are of the list, and so many different ones.
  private static let leastShare = 12
  private static let leastKinds = 4

  init(_ file: DataFile) {
    for cells in file.fields where cells.count == 3 && languages.count < 64 {
      for word in cells[2].split(separator: " ") where word.unicodeScalars.count > 1 {
        let hash = ByteHash.of(String(word))
        words[hash, default: 0] |= 1 << UInt64(languages.count)
        filter[Int(hash) & (Census.filterSize - 1)] = true
      }
      languages.append(TextLanguage(tag: cells[0], name: cells[1]))
    }
    english = languages.firstIndex { $0.tag == "en" } ?? 0
  }

  func foreign(_ text: String) -> TextLanguage? { foreign(census(text)) }

  func language(of text: String) -> TextLanguage? {
    let census = census(text)
    if let foreign = foreign(census) { return foreign }
    let isEnglish =
      census.wordCount >= Self.leastWords
      && census.hits[english] * 100 >= census.wordCount * Self.leastShare
      && census.kinds[english].nonzeroBitCount >= Self.leastKinds
      && census.hits[english] == census.hits.max()
    return isEnglish ? languages[english] : nil
  }

  private func census(_ text: String) -> Census {
    var census = Census(languages: languages.count)
    census.count(text, words, filter, limit: Self.mostWords)
    return census
  }

  private func foreign(_ census: Census) -> TextLanguage? {
    if let script = census.script { return script.tag.map(language) ?? byWords(census) ?? script.language }
    return byWords(census)
  }

  private func language(_ tag: String) -> TextLanguage {
    languages.first { $0.tag == tag } ?? TextLanguage(tag: tag, name: tag)
  }

  private func byWords(_ census: Census) -> TextLanguage? {
    guard census.wordCount >= Self.leastWords else { return nil }
    let ranked = languages.indices.filter { $0 != english }
    guard let best = ranked.max(by: { census.hits[$0] < census.hits[$1] }) else { return nil }
    let (hits, own) = (census.hits[best], census.hits[english])
    let isClear =
      hits * 100 >= census.wordCount * Self.leastShare && hits >= 2 * own + 2
      && (census.kinds[best] & ~census.kinds[english]).nonzeroBitCount >= Self.leastKinds
    return isClear ? languages[best] : nil
  }
}

/// What was counted in a text.
private struct Census {
  var wordCount = 0
  /// Words of the lists, by language.
  var hits: [Int]
  /// Which words these were, by language: a bit for each of 64 groups.
  var kinds: [UInt64]
  private var letters = [Int](repeating: 0, count: Script.allCases.count)

  init(languages: Int) {
    hits = Array(repeating: 0, count: languages)
    kinds = Array(repeating: 0, count: languages)
  }

  /// The script of most letters, where that is another than the Latin one; half of the letters of Japanese are Chinese.
  var script: Script? {
    let all = letters.reduce(0, +)
    guard all >= 20 else { return nil }
    let kana = letters[Script.kana.rawValue]
    if kana * 10 >= all, (kana + letters[Script.han.rawValue]) * 2 > all { return .kana }
    return Script.allCases.first { $0 != .latin && letters[$0.rawValue] * 2 > all }
  }

  /// Several times as many as there are words; a power of two.
  static let filterSize = 1 << 14

  mutating func count(_ text: String, _ words: [UInt32: UInt64], _ filter: [Bool], limit: Int) {
    var hash = ByteHash.seed
    var length = 0
    var latin = 0
    defer { letters[Script.latin.rawValue] += latin }
    for scalar in text.unicodeScalars {
      let isLetter: Bool
      let script: Script
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: (isLetter, script) = (true, .latin)
      case 0..<0x80: (isLetter, script) = (false, .latin)
      default:
        // Marks belong to the letters that they stand on.
        isLetter =
          scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
        script = Script(scalar)
      }
      if isLetter {
        if script == .latin { latin += 1 } else { letters[script.rawValue] += 1 }
        length += 1
        add(scalar, to: &hash)
      } else if length > 0 {
        if length > 1 { end(hash, words, filter) }
        (hash, length) = (ByteHash.seed, 0)
        if wordCount >= limit { return }
      }
    }
    if length > 1 { end(hash, words, filter) }
  }

  @inline(__always)
  private func add(_ scalar: Unicode.Scalar, to hash: inout UInt32) {
    if scalar.isASCII {
      hash = ByteHash.adding(UInt8(scalar.value), to: hash)
      return
    }
    for small in scalar.properties.lowercaseMapping.utf8 { hash = ByteHash.addingFolded(small, to: hash) }
  }

  @inline(__always)
  private mutating func end(_ hash: UInt32, _ words: [UInt32: UInt64], _ filter: [Bool]) {
    wordCount += 1
    guard filter[Int(hash) & (Self.filterSize - 1)], var left = words[hash] else { return }
    while left != 0 {
      let language = left.trailingZeroBitCount
      hits[language] += 1
      kinds[language] |= 1 << UInt64(hash % 64)
      left &= left - 1
    }
  }
}

/// Scripts, as far as they tell languages apart.
private enum Script: Int, CaseIterable {
  case latin, greek, cyrillic, hebrew, arabic, devanagari, bengali, thai, hangul, kana, han, other

  init(_ scalar: Unicode.Scalar) {
    self =
      switch scalar.value {
      case 0..<0x370, 0x1E00..<0x1F00, 0xA720..<0xA800, 0xFB00...0xFB06, 0xFF21...0xFF5A: .latin
      case 0x370..<0x400, 0x1F00..<0x2000: .greek
      case 0x400..<0x530: .cyrillic
      case 0x590..<0x600: .hebrew
      case 0x600..<0x780, 0x8A0..<0x900, 0xFB50..<0xFE00, 0xFE70..<0xFEFF: .arabic
      case 0x900..<0x980: .devanagari
      case 0x980..<0xA00: .bengali
      case 0xE00..<0xE80: .thai
      case 0x1100..<0x1200, 0x3130..<0x3190, 0xAC00..<0xD7B0: .hangul
      case 0x3040..<0x3100, 0x31F0..<0x3200: .kana
      case 0x3400..<0xA000, 0xF900..<0xFB00, 0x20000..<0x40000: .han
      default: .other
      }
  }

  /// The language of all texts in it; nil where there are several.
  var tag: String? {
    switch self {
    case .greek: "el"
    case .hebrew: "he"
    case .thai: "th"
    case .hangul: "ko"
    case .kana: "ja"
    case .han: "zh"
    case .bengali: "bn"
    default: nil
    }
  }

  /// What is known where words tell nothing.
  var language: TextLanguage? {
    switch self {
    case .cyrillic: TextLanguage(tag: "und-Cyrl", name: "a language in Cyrillic letters")
    case .arabic: TextLanguage(tag: "und-Arab", name: "a language in Arabic letters")
    case .devanagari: TextLanguage(tag: "und-Deva", name: "a language in Devanagari")
    case .other: TextLanguage(tag: "und", name: "a language in another script")
    default: nil
    }
  }
}
