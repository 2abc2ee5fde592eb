/// A document of a treebank as running text, as the treebanks' raw texts are built: sentences parted by a
/// space, paragraphs by a blank line.
struct RawText {
  private(set) var text = ""
  /// The bytes at which sentences begin.
  private(set) var starts: Set<Int> = []

  static func texts(of bank: Treebank) -> [RawText] {
    var texts: [RawText] = []
    for sentence in bank.sentences {
      if sentence.beginsDocument || texts.isEmpty {
        texts.append(RawText())
      } else {
        texts[texts.count - 1].text += sentence.beginsParagraph ? "\n\n" : " "
      }
      texts[texts.count - 1].starts.insert(texts[texts.count - 1].text.utf8.count)
      texts[texts.count - 1].text += sentence.text
    }
    return texts
  }
}
