/// Names as words, for searching.
package enum NameWords {
  /// The folded words of a name.
  package static func of(_ name: String) -> [String] {
    WordSplitter.words(of: name).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Every known spelling of a name, its own first.
  package static func spellings(of name: String) -> [String] {
    let own = of(name).joined(separator: " ")
    return [own] + NameReader.english.otherForms(of: own)
  }
}
