/// Markdown as plain text: what a reader sees, a line for each paragraph, heading, item and row.
///
/// Reads CommonMark's blocks and GitHub's tables as far as news texts need them: fenced code, HTML
/// comments, rules, link definitions and images are left out; the lines of a paragraph are joined.
enum MarkdownText {
  /// The plain text, and its first heading of level 1.
  static func plain(_ markdown: String) -> (text: String, title: String?) {
    var blocks = Blocks()
    for line in withoutComments(markdown).split(separator: "\n", omittingEmptySubsequences: false) {
      blocks.take(line)
    }
    return blocks.finish()
  }

  private static func withoutComments(_ text: String) -> String {
    guard text.contains("<!--") else { return text }
    var rest = Substring(text)
    var kept = ""
    while let open = rest.firstRange(of: "<!--") {
      kept += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
    }
    return kept + rest
  }
}

/// Collects the lines of a Markdown text into blocks of plain text.
private struct Blocks {
  private var done: [String] = []
  private var title: String?
  /// The paragraph or item that later lines may continue.
  private var open: String?
  private var fence: (mark: Character, length: Int)?
  private var lastWasItem = false

  mutating func take(_ whole: Substring) {
    var line = whole.drop(while: \.isWhitespace)
    if let fence {
      if MarkdownLine.fence(line).map({ $0.mark == fence.mark && $0.length >= fence.length }) == true {
        self.fence = nil
      }
      return
    }
    while line.first == ">" { line = line.dropFirst().drop(while: \.isWhitespace) }
    if line.isEmpty { return close() }
    if let opening = MarkdownLine.fence(line) {
      close()
      fence = opening
    } else if let heading = MarkdownLine.heading(line) {
      addHeading(heading.text, level: heading.level)
    } else if open != nil && !lastWasItem && line.allSatisfy({ $0 == "=" }) {
      let text = open ?? ""
      open = nil
      addHeading(Substring(text), level: 1)
    } else if MarkdownLine.isRule(line) || MarkdownLine.isTableRule(line) {
      close()
    } else if MarkdownLine.isLinkDefinition(line) {
      close()
    } else if let item = MarkdownLine.item(line) {
      close()
      open = item
      lastWasItem = true
    } else if line.first == "|" {
      close()
      add(MarkdownLine.cells(line).joined(separator: " | "), apart: false)
    } else {
      continueBlock(with: line, breaksAfter: whole.hasSuffix("  ") || whole.hasSuffix("\\"))
    }
  }

  mutating func finish() -> (text: String, title: String?) {
    close()
    while done.last?.isEmpty == true { done.removeLast() }
    return (done.joined(separator: "\n"), title)
  }

  private mutating func continueBlock(with line: Substring, breaksAfter: Bool) {
    var text = String(line).trimmed
    if breaksAfter && text.hasSuffix("\\") { text.removeLast() }
    if open != nil {
      // Appended in place: a paragraph may have as many lines as the article has bytes.
      if open?.utf8.last != UInt8(ascii: "\n") { open?.append(" ") }
      open?.append(text)
    } else {
      open = text
      lastWasItem = false
    }
    if breaksAfter { open?.append("\n") }
  }

  private mutating func addHeading(_ text: Substring, level: Int) {
    close()
    let plain = MarkdownInline.plain(String(text)).trimmed
    if level == 1 && title == nil && !plain.isEmpty { title = plain }
    add(plain, apart: true)
  }

  private mutating func close() {
    guard let text = open else { return }
    open = nil
    add(text, apart: !lastWasItem)
  }

  private mutating func add(_ text: String, apart: Bool) {
    let plain = MarkdownInline.plain(text).trimmed
    guard !plain.isEmpty else { return }
    if apart, let last = done.last, !last.isEmpty { done.append("") }
    done.append(plain)
    if apart { done.append("") }
  }
}

/// What a line of Markdown is.
private enum MarkdownLine {
  static func fence(_ line: Substring) -> (mark: Character, length: Int)? {
    guard let mark = line.first, mark == "`" || mark == "~" else { return nil }
    let length = line.prefix { $0 == mark }.count
    return length >= 3 && !line.dropFirst(length).contains("`") ? (mark, length) : nil
  }

  static func heading(_ line: Substring) -> (level: Int, text: Substring)? {
    let level = line.prefix { $0 == "#" }.count
    let rest = line.dropFirst(level)
    guard (1...6).contains(level), rest.isEmpty || rest.first?.isWhitespace == true else { return nil }
    var text = rest
    while text.last == "#" || text.last?.isWhitespace == true { text.removeLast() }
    return (level, text)
  }

  static func isRule(_ line: Substring) -> Bool {
    guard let mark = line.first, "-*_".contains(mark) else { return false }
    let marks = line.filter { !$0.isWhitespace }
    return marks.count >= 3 && marks.allSatisfy { $0 == mark }
  }

  static func isTableRule(_ line: Substring) -> Bool {
    line.contains("|") && line.contains("-") && line.allSatisfy { "|-: ".contains($0) }
  }

  static func isLinkDefinition(_ line: Substring) -> Bool {
    guard line.first == "[", let close = line.firstIndex(of: "]") else { return false }
    return line[line.index(after: close)...].first == ":"
  }

  /// The item with its mark, `-` for every bullet; nil where the line begins none.
  static func item(_ line: Substring) -> String? {
    if let mark = line.first, "-*+".contains(mark), line.dropFirst().first == " " {
      var text = line.dropFirst(2).drop(while: \.isWhitespace)
      for box in ["[ ] ", "[x] ", "[X] "] where text.hasPrefix(box) { text = text.dropFirst(4) }
      return "- " + text
    }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard (1...9).contains(digits.count), let mark = rest.first, ".)".contains(mark),
      rest.dropFirst().first == " "
    else { return nil }
    return digits + String(mark) + " " + rest.dropFirst(2).drop(while: \.isWhitespace)
  }

  static func cells(_ line: Substring) -> [String] {
    var inner = line
    inner.removeFirst()
    while inner.last?.isWhitespace == true { inner.removeLast() }
    if inner.last == "|" { inner.removeLast() }
    return inner.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
  }
}
