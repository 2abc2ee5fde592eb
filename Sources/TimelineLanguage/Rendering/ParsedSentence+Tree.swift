extension ParsedSentence {
  /// The tree with a word a line, each below its head in the order of the text.
  ///
  ///     said VERB root
  ///     ├─ Velo PROPN nsubj
  ///     └─ left VERB ccomp
  ///        └─ they PRON nsubj
  public func tree() -> String {
    guard let root else { return "" }
    var result = ""
    // Words that wait, the uppermost last, with what stands before them.
    var waiting = [(word: root, lead: "", next: "")]
    while let (word, lead, next) = waiting.popLast() {
      result += "\(lead)\(string(word)) \(tags[word].code) \(relations[word].code)\n"
      let children = children(of: word)
      for (place, child) in children.enumerated().reversed() {
        let isLast = place == children.count - 1
        waiting.append((child, next + (isLast ? "└─ " : "├─ "), next + (isLast ? "   " : "│  ")))
      }
    }
    return result
  }
}
