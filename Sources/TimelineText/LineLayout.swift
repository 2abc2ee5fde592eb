/// Tells text that is wrapped at a column from text that gives each paragraph a line.
public enum LineLayout {
  /// Wrapped where most lines of middling length stop without a mark that ends a sentence.
  public static func isWrapped(_ tokens: [Token], _ bytes: borrowing Span<UInt8>) -> Bool {
    var lineStart = 0
    var cutShort = 0
    var finished = 0
    for index in tokens.indices where index > 0 && tokens[index].traits.contains(.newlineBefore) {
      let last = tokens[index - 1]
      let length = Int(last.end) - lineStart
      lineStart = Int(tokens[index].start)
      guard (40...100).contains(length), !tokens[index].traits.contains(.paragraphBefore) else { continue }
      let byte = bytes[Int(last.start)]
      let ends =
        last.kind == .quote
        || last.kind == .punctuation && (byte == 46 || byte == 33 || byte == 63 || byte == 58)
      if ends { finished += 1 } else { cutShort += 1 }
    }
    return cutShort >= 2 && cutShort > finished
  }
}
