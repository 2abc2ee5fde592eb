/// Addresses of pages (RFC 3986), as far as pages name one another.
package enum PageAddress {
  /// The absolute `http` or `https` address that a reference means on a page; nil where it means none.
  package static func resolve(_ reference: String, against base: String) -> String? {
    let reference = reference.filter { !$0.isWhitespace }
    guard !reference.isEmpty, reference.utf8.count <= 4000 else { return nil }
    if let scheme = scheme(reference) {
      return (scheme == "http" || scheme == "https") && host(reference) != nil ? reference : nil
    }
    guard let baseScheme = scheme(base), let authority = authority(base) else { return nil }
    if reference.hasPrefix("//") {
      let whole = baseScheme + ":" + reference
      return host(whole) == nil ? nil : whole
    }
    let root = baseScheme + "://" + authority
    if reference.hasPrefix("/") { return root + normalised(reference) }
    let rest = base.dropFirst(root.count)
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    if reference.hasPrefix("?") { return root + (path.isEmpty ? "/" : path) + reference }
    if reference.hasPrefix("#") { return base.split(separator: "#").first.map(String.init) }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return root + normalised(folder + reference)
  }

  /// In small letters, without user and port.
  package static func host(_ address: String) -> String? {
    guard let authority = authority(address) else { return nil }
    let behind = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    if behind.hasPrefix("[") { return behind.prefix { $0 != "]" }.dropFirst().lowercased() }
    let name = behind.prefix { $0 != ":" }.lowercased()
    return name.isEmpty ? nil : name
  }

  /// Scheme, host and port, which together are one site; in small letters.
  package static func origin(_ address: String) -> String? {
    guard let scheme = scheme(address), let authority = authority(address), host(address) != nil else {
      return nil
    }
    let place = authority.split(separator: "@").last.map(String.init) ?? authority
    return scheme + "://" + place.lowercased()
  }

  /// From the slash behind the host, with the query.
  package static func path(_ address: String) -> String {
    guard let scheme = scheme(address), let authority = authority(address) else { return "/" }
    let rest = address.dropFirst(scheme.count + 3 + authority.count).prefix { $0 != "#" }
    return rest.hasPrefix("/") ? String(rest) : "/" + rest
  }

  /// In small letters.
  package static func scheme(_ address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: 58) else { return nil }
    let name = address[..<colon]
    guard let first = name.utf8.first, first | 0x20 &- 97 < 26,
      name.utf8.allSatisfy({ $0 | 0x20 &- 97 < 26 || $0 &- 48 < 10 || $0 == 43 || $0 == 45 || $0 == 46 })
    else { return nil }
    return name.lowercased()
  }

  /// Host and port as they are written.
  private static func authority(_ address: String) -> String? {
    guard let scheme = scheme(address) else { return nil }
    let rest = address.dropFirst(scheme.count)
    guard rest.hasPrefix("://") else { return nil }
    let authority = rest.dropFirst(3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return authority.isEmpty ? nil : String(authority)
  }

  /// A path without `.` and `..`.
  private static func normalised(_ path: some StringProtocol) -> String {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    var parts: [Substring] = []
    let steps = Substring(path[..<end]).split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, step) in steps.enumerated() {
      let isLast = index == steps.count - 1
      switch step {
      case ".": if isLast { parts.append("") }
      case "..":
        if !parts.isEmpty { parts.removeLast() }
        if isLast { parts.append("") }
      default: parts.append(step)
      }
    }
    return "/" + parts.joined(separator: "/") + path[end...]
  }
}
