import Yams

/// Markdown with YAML front matter between two lines of `---`, both optional.
enum MarkdownArticle {
  static func read(_ bytes: ArraySlice<UInt8>) throws(ArticleProblem) -> ArticleFields {
    let text = NewLines.normalised(bytes)
    let (matter, body) = split(text)
    var fields = matter == nil ? HeaderBlock.read(Array(body.utf8)[...]) : ArticleFields(text: String(body))
    if let matter { try read(matter, into: &fields) }
    let plain = MarkdownText.plain(fields.text)
    if fields.title == nil { fields.title = plain.title }
    fields.text = plain.text
    return fields
  }

  /// The front matter without its fences, and what follows it.
  private static func split(_ text: String) -> (matter: Substring?, body: Substring) {
    let whole = Substring(text)
    guard text.utf8.starts(with: "---\n".utf8) else { return (nil, whole) }
    let start = text.utf8.index(text.startIndex, offsetBy: 4)
    var lineStart = start
    while lineStart < text.endIndex {
      let lineEnd = text[lineStart...].utf8.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
      let line = text[lineStart..<lineEnd]
      if line == "---" || line == "..." {
        return (
          text[start..<lineStart], lineEnd == text.endIndex ? "" : text[text.utf8.index(after: lineEnd)...]
        )
      }
      lineStart = lineEnd == text.endIndex ? lineEnd : text.utf8.index(after: lineEnd)
    }
    return (nil, whole)
  }

  /// Takes the scalars of the top level as written, so that a date stays the text that it is.
  private static func read(_ matter: Substring, into fields: inout ArticleFields) throws(ArticleProblem) {
    let root: Node?
    do {
      root = try compose(yaml: String(matter))
    } catch let error as YamlError {
      throw .brokenFrontMatter(reason(error))
    } catch {
      throw .brokenFrontMatter("\(error)")
    }
    guard let root else { return }
    guard let mapping = root.mapping else { throw .brokenFrontMatter("not a list of names and values") }
    for (name, value) in mapping {
      if let name = name.scalar?.string, let value = value.scalar?.string {
        fields.set(name, value)
      }
    }
  }

  /// The first line of what the parser says, with the line in the file: front matter begins on line 2.
  private static func reason(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      "\(problem) (line \(mark.line + 1))"
    default: "not readable"
    }
  }
}
