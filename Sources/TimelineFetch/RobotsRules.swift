/// What a site's robots.txt allows (RFC 9309).
package struct RobotsRules: Sendable {
  private struct Rule: Sendable {
    var path: [UInt8]
    var allows: Bool
  }

  private var rules: [Rule] = []
  /// Seconds that the site asks to wait between requests; no part of the standard, but kept by many.
  package private(set) var delay: Int?

  /// Everything is allowed.
  package init() {}

  /// - Parameters:
  ///   - text: The file.
  ///   - name: The program's name; its own group outranks that of all.
  package init(_ text: String, for name: String) {
    var own: [Rule] = []
    var others: [Rule] = []
    var delays: (own: Int?, others: Int?) = (nil, nil)
    var hasOwn = false
    var agents: [String] = []
    var isOpen = true
    for line in text.utf8.prefix(512 << 10).split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      let plain = line.prefix { $0 != UInt8(ascii: "#") }
      guard let colon = plain.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let field = Self.text(plain[..<colon]).lowercased()
      let value = Self.text(plain[plain.index(after: colon)...])
      if field == "user-agent" {
        if !isOpen { agents = [] }
        isOpen = true
        agents.append(value.lowercased())
        continue
      }
      isOpen = false
      let isOwn = agents.contains { !$0.isEmpty && $0 != "*" && name.lowercased().hasPrefix($0) }
      guard isOwn || agents.contains("*") else { continue }
      if isOwn { hasOwn = true }
      switch field {
      case "allow", "disallow":
        guard !value.isEmpty else { continue }
        let rule = Rule(path: Array(value.utf8), allows: field == "allow")
        if isOwn { own.append(rule) } else { others.append(rule) }
      case "crawl-delay":
        let seconds = Int(value.prefix { $0.isNumber })
        if isOwn { delays.own = seconds } else { delays.others = seconds }
      default: break
      }
    }
    rules = hasOwn ? own : others
    delay = hasOwn ? delays.own : delays.others
  }

  private static func text(_ bytes: some Sequence<UInt8>) -> String {
    let plain = bytes.drop { $0 <= 32 }
    return String(decoding: Array(plain).trimmingSpaceAtEnd, as: UTF8.self)
  }

  /// The longest rule that fits decides; of two as long the one that allows.
  ///
  /// - Parameter path: From the slash behind the host, with the query.
  package func allows(_ path: String) -> Bool {
    let path = Array(path.utf8)
    var best: (length: Int, allows: Bool) = (0, true)
    for rule in rules.prefix(5000)
    where rule.path.count >= best.length && Self.fits(rule.path[...], path[...]) {
      if rule.path.count > best.length || rule.allows { best = (rule.path.count, rule.allows) }
    }
    return best.allows
  }

  /// `*` stands for anything, `$` at the end for the end; goes back to the last star only, so that the work is
  /// bounded by the product of the lengths.
  private static func fits(_ rule: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    let isAnchored = rule.last == UInt8(ascii: "$")
    let rule = isAnchored ? rule.dropLast() : rule
    var (at, place) = (rule.startIndex, path.startIndex)
    var star: (rule: Int, path: Int)?
    while true {
      if at == rule.endIndex {
        if !isAnchored || place == path.endIndex { return true }
      } else if rule[at] == UInt8(ascii: "*") {
        star = (at + 1, place)
        at += 1
        continue
      } else if place < path.endIndex, rule[at] == path[place] {
        at += 1
        place += 1
        continue
      }
      guard let last = star, last.path < path.endIndex else { return false }
      star = (last.rule, last.path + 1)
      (at, place) = (last.rule, last.path + 1)
    }
  }
}

extension [UInt8] {
  fileprivate var trimmingSpaceAtEnd: ArraySlice<UInt8> {
    var end = count
    while end > 0, self[end - 1] <= 32 { end -= 1 }
    return self[..<end]
  }
}
