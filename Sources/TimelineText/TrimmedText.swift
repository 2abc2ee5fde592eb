extension StringProtocol {
  /// The text without the spaces around it.
  public var trimmed: String {
    var rest = self[...]
    while let first = rest.unicodeScalars.first, first.properties.isWhitespace {
      rest = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
    }
    while let last = rest.unicodeScalars.last, last.properties.isWhitespace {
      rest = rest[..<rest.unicodeScalars.index(before: rest.endIndex)]
    }
    return String(rest)
  }
}
