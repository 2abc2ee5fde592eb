/// The elements of HTML that this reader tells apart.
package enum PageTag: UInt8, Sendable, CaseIterable {
  case text, other
  case html, head, body, title, meta, link, base, script, style, noscript, template, svg, iframe, object,
    canvas
  case video, audio, select, button, form, textarea, label, fieldset, nav, header, footer, main, article,
    section
  case aside, div, p, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, table, tr, td, th, caption, tbody, thead
  case blockquote, pre, figure, figcaption, address, time, abbr, a, span, br, hr, details, summary, center

  /// Begins and ends a line.
  var isBlock: Bool {
    switch self {
    case .html, .head, .body, .title, .form, .fieldset, .nav, .header, .footer, .main, .article, .section,
      .aside, .div, .p, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .li, .dl, .dt, .dd, .table, .tr, .caption,
      .tbody, .thead, .blockquote, .pre, .figure, .figcaption, .address, .br, .hr, .details, .summary,
      .center:
      true
    default: false
    }
  }

  /// Holds no text that a reader sees, whatever stands in it.
  var isSilent: Bool {
    switch self {
    case .script, .style, .template, .svg, .iframe, .object, .canvas, .video, .audio, .select, .textarea:
      true
    default: false
    }
  }

  /// 1 through 6; nil for other elements.
  var headingLevel: Int? {
    PageTag.h1.rawValue <= rawValue && rawValue <= PageTag.h6.rawValue
      ? Int(rawValue - PageTag.h1.rawValue) + 1 : nil
  }

  /// - Parameter name: In lower case, as the parser gives it.
  init(name: UnsafePointer<UInt8>) {
    self = PageTag.byName[PackedName.of(name)] ?? .other
  }

  private static let byName: [UInt64: PageTag] = Dictionary(
    uniqueKeysWithValues: allCases.filter { $0 != .text && $0 != .other }
      .map { (PackedName.of("\($0)"), $0) })
}

/// The attributes that this reader looks at.
package enum PageAttribute: UInt8, Sendable, CaseIterable {
  case id, `class`, href, name, content, property, itemprop, itemtype, datetime, title, rel, role, lang, type
  case style, hidden, charset, pubdate

  init?(name: UnsafePointer<UInt8>) {
    guard let known = PageAttribute.byName[PackedName.of(name)] else { return nil }
    self = known
  }

  private static let byName: [UInt64: PageAttribute] = Dictionary(
    uniqueKeysWithValues: allCases.map { (PackedName.of("\($0)"), $0) })
}

/// The first eight bytes of a name as a number: enough to tell the names above apart.
enum PackedName {
  static func of(_ name: UnsafePointer<UInt8>) -> UInt64 {
    var packed: UInt64 = 0
    var index = 0
    while index < 8, name[index] != 0 {
      packed = packed << 8 | UInt64(name[index])
      index += 1
    }
    // Longer names than the known ones are others.
    return index == 8 && !isKnownLength(name) ? 0 : packed
  }

  private static func isKnownLength(_ name: UnsafePointer<UInt8>) -> Bool {
    var index = 8
    while index <= 10, name[index] != 0 { index += 1 }
    return index <= 10
  }

  static func of(_ name: String) -> UInt64 {
    name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
