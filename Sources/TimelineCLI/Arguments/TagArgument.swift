import Timeline

/// A tag as the user types it: letters, digits, `-` and `_`, in small letters.
enum TagArgument {
  static func read(_ text: String) throws(CommandFailure) -> String {
    let bare = text.hasPrefix("#") ? String(text.dropFirst()) : text
    let isTag = bare.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    guard !bare.isEmpty, bare.utf8.count <= 100, isTag else { throw .badTag(text) }
    return bare.lowercased()
  }
}
