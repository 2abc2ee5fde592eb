import TimelineLanguage
import TimelineText

/// Checks CoNLL-U as the official validator does on its first two levels: columns, numbers, words written as
/// one, heads, features, and the text against the words.
struct CoNLLUCheck {
  private(set) var faults: [String] = []

  /// All of a text's sentences as they are printed.
  init(_ document: Document, core: LanguageCore = .english) {
    for (index, sentence) in document.sentences.enumerated() {
      check(core.parse(sentence, in: document).conllu(number: index + 1))
    }
  }

  private mutating func check(_ block: String) {
    var text: String?
    var built = ""
    var heads: [Int] = []
    var joined: ClosedRange<Int>?
    let lines = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    expect(
      lines.suffix(2) == ["", ""] && !lines.dropLast(2).contains(""), "one empty line at the end", block)
    for line in lines where !line.isEmpty {
      if line.hasPrefix("#") {
        // By scalars: a character may begin with the mark that follows a space.
        if line.utf8.starts(with: "# text = ".utf8) { text = String(line.unicodeScalars.dropFirst(9)) }
        continue
      }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      expect(columns.count == 10 && columns.allSatisfy { !$0.isEmpty }, "ten columns", line)
      guard columns.count == 10 else { continue }
      let space = columns[9].contains("SpaceAfter=No") ? "" : " "
      if columns[0].contains("-") {
        let numbers = columns[0].split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 2, numbers[0] == heads.count + 1, numbers[0] < numbers[1] else {
          faults.append("numbers of joined words: \(line)")
          continue
        }
        joined = numbers[0]...numbers[1]
        built += columns[1] + space
        continue
      }
      expect(columns[0] == "\(heads.count + 1)", "numbers in order", line)
      heads.append(Int(columns[6]) ?? -1)
      expect(UniversalTag(code: columns[3]) != nil, "a universal tag", line)
      expect(UniversalRelation(code: columns[7])?.code == columns[7], "a relation", line)
      expect((columns[6] == "0") == (columns[7] == "root"), "a root is called so", line)
      let features = columns[5].split(separator: "|").map { $0.lowercased() }
      expect(features == features.sorted() && Set(features).count == features.count, "sorted features", line)
      if joined?.contains(heads.count) != true { built += columns[1] + space }
    }
    if built.unicodeScalars.last == " " { built.unicodeScalars.removeLast() }
    expect(text == built, "the text of the words, \(built)", text ?? "none")
    expect(heads.count { $0 == 0 } == 1, "one root", block)
    expect(heads.allSatisfy { (0...heads.count).contains($0) }, "heads within the sentence", block)
    expect(isTree(heads), "no circle", block)
  }

  private func isTree(_ heads: [Int]) -> Bool {
    heads.indices.allSatisfy { start in
      var word = start + 1
      for _ in 0...heads.count where word > 0 {
        guard word <= heads.count, heads[word - 1] >= 0 else { return false }
        word = heads[word - 1]
      }
      return word == 0
    }
  }

  private mutating func expect(_ holds: Bool, _ what: String, _ place: String) {
    if !holds { faults.append("expected \(what): \(place)") }
  }
}
