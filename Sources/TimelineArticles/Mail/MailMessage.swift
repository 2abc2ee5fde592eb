import Foundation
import TimelinePages
import TimelineText

/// A mail, as newsletters come: its header's fields and its readable part.
///
/// RFC 5322 for the header, RFC 2045 through 2047 for parts, encodings and words within headers.
struct MailMessage {
  var fields: [String: String]
  /// The readable part: HTML where there is some, else plain text.
  var body: [UInt8] = []
  var isHTML = false
  var charset: String?

  private static let depthLimit = 8
  private static let partLimit = 200

  /// Nil where the bytes do not begin with the fields of a header.
  init?(_ bytes: ArraySlice<UInt8>) {
    let (fields, content) = MailHeader.split(bytes)
    guard fields["date"] != nil || fields["from"] != nil || fields["subject"] != nil else { return nil }
    self.fields = fields
    var parts: [Part] = []
    Self.collect(fields, content, into: &parts, depth: 0)
    let page = parts.first { $0.type == "text/html" }
    let text = parts.first { $0.type == "text/plain" }
    guard let chosen = page ?? text else { return }
    body = chosen.bytes
    isHTML = chosen.type == "text/html"
    charset = chosen.charset
  }

  private struct Part {
    var type: String
    var charset: String?
    var bytes: [UInt8]
  }

  private static func collect(
    _ fields: [String: String], _ content: ArraySlice<UInt8>, into parts: inout [Part], depth: Int
  ) {
    guard depth < depthLimit, parts.count < partLimit else { return }
    let type = MailParameters(fields["content-type"] ?? "text/plain")
    if type.value.hasPrefix("multipart/"), let boundary = type["boundary"], !boundary.isEmpty {
      for part in pieces(of: content, between: boundary) {
        let (inner, rest) = MailHeader.split(part)
        collect(inner, rest, into: &parts, depth: depth + 1)
      }
      return
    }
    if MailParameters(fields["content-disposition"] ?? "").value == "attachment" { return }
    guard type.value.hasPrefix("text/") || type.value.isEmpty else { return }
    let decoded = TransferEncoding.decode(content, fields["content-transfer-encoding"])
    parts.append(
      Part(type: type.value.isEmpty ? "text/plain" : type.value, charset: type["charset"], bytes: decoded))
  }

  private static func pieces(of content: ArraySlice<UInt8>, between boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    var at = content.startIndex
    while at < content.endIndex, pieces.count < partLimit {
      let end = content[at...].firstIndex(of: 10) ?? content.endIndex
      if content[at..<end].starts(with: mark) {
        if let start, start <= at { pieces.append(content[start..<at]) }
        start = min(end + 1, content.endIndex)
        if content[(at + mark.count)..<end].starts(with: "--".utf8) { return pieces }
      }
      at = end + 1
    }
    if let start, start < content.endIndex { pieces.append(content[start...]) }
    return pieces
  }
}

/// The value of a header's field and its parameters: `text/html; charset="utf-8"`.
struct MailParameters {
  /// In small letters.
  let value: String
  private var parameters: [String: String] = [:]

  init(_ text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    value = parts.first.map { $0.trimmed.lowercased() } ?? ""
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      parameters[pair[0].trimmed.lowercased()] = pair[1].trimmed.trimmingCharacters(in: ["\"", "'"])
    }
  }

  subscript(_ name: String) -> String? { parameters[name] }
}

enum MailHeader {
  /// Names in small letters, values in one line and decoded; of a repeated field the first. And what follows.
  static func split(_ bytes: ArraySlice<UInt8>) -> (fields: [String: String], content: ArraySlice<UInt8>) {
    var fields: [String: String] = [:]
    var name = ""
    var value = ""
    func finish() {
      if !name.isEmpty, fields[name] == nil { fields[name] = EncodedWords.decode(value.trimmed) }
    }
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let end = bytes[at...].firstIndex(of: 10) ?? bytes.endIndex
      var line = bytes[at..<end]
      if line.last == 13 { line = line.dropLast() }
      at = min(end + 1, bytes.endIndex)
      if line.isEmpty { break }
      if line.first == 32 || line.first == 9 {
        if value.utf8.count < 1 << 16 { value += " " + String(decoding: line, as: UTF8.self).trimmed }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
        finish()
        name = String(decoding: line[..<colon], as: UTF8.self).trimmed.lowercased()
        value = String(decoding: line[(colon + 1)...], as: UTF8.self)
      }
    }
    finish()
    return (fields, bytes[at...])
  }
}

/// Words within headers in other characters: `=?utf-8?Q?Gr=C3=BC=C3=9Fe?=`.
enum EncodedWords {
  static func decode(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstRange(of: "=?") {
      let parts = rest[start.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].hasPrefix("=") else { break }
      let before = rest[..<start.lowerBound]
      if !(before.allSatisfy { $0 == " " } && !result.isEmpty) { result += before }
      let encoding = parts[1].lowercased() == "b" ? "base64" : "q"
      let bytes = TransferEncoding.decode(Array(parts[2].utf8)[...], encoding)
      result += String(decoding: PageCharset.utf8(bytes, header: String(parts[0])), as: UTF8.self)
      rest = parts[3].dropFirst()
    }
    return result + rest
  }
}

enum TransferEncoding {
  /// - Parameter name: `base64`, `quoted-printable`, or `q` as in headers, where `_` is a space.
  static func decode(_ bytes: ArraySlice<UInt8>, _ name: String?) -> [UInt8] {
    switch name?.trimmed.lowercased() {
    case "base64":
      let plain = Data(bytes.filter { $0 > 32 })
      return Data(base64Encoded: plain, options: .ignoreUnknownCharacters).map { Array($0) } ?? []
    case "quoted-printable": return quoted(bytes, underscoreIsSpace: false)
    case "q": return quoted(bytes, underscoreIsSpace: true)
    default: return Array(bytes)
    }
  }

  private static func quoted(_ bytes: ArraySlice<UInt8>, underscoreIsSpace: Bool) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == UInt8(ascii: "="), at + 2 < bytes.endIndex, let high = digit(bytes[at + 1]),
        let low = digit(bytes[at + 2])
      {
        plain.append(high << 4 | low)
        at += 3
      } else if byte == UInt8(ascii: "="), let end = lineEnd(bytes, at + 1) {
        at = end
      } else {
        plain.append(underscoreIsSpace && byte == UInt8(ascii: "_") ? 32 : byte)
        at += 1
      }
    }
    return plain
  }

  private static func lineEnd(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int? {
    if at < bytes.endIndex, bytes[at] == 10 { return at + 1 }
    return at + 1 < bytes.endIndex && bytes[at] == 13 && bytes[at + 1] == 10 ? at + 2 : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}

extension MailMessage {
  /// The mail as an article: the subject is its title, the sender's name its outlet.
  func article(file: String, part: String?) -> RawArticle {
    var dates: [DateCandidate] = []
    if let text = fields["date"], let time = PageReader.time(text) {
      dates.append(
        DateCandidate(source: .feed, role: .published, name: "mail Date", text: text, time: time, rank: 95))
    }
    let identifier = fields["message-id"]?.trimmingCharacters(in: ["<", ">", " "])
    let origin = ArticleOrigin(
      charset: charset,
      fields: ArticleFields(
        id: identifier.map { "mid:" + $0 }, outlet: fields["from"].map(Self.name), title: fields["subject"]),
      dates: dates)
    let bytes = isHTML ? body : PageCharset.utf8(body, header: charset)
    return RawArticle(
      file: file, part: part ?? fields["subject"], format: isHTML ? .html : .text, bytes: bytes,
      origin: origin)
  }

  /// `The Meridian Post <news@example.org>` without the address.
  private static func name(_ sender: String) -> String {
    let name = sender.prefix { $0 != "<" }.trimmed.trimmingCharacters(in: ["\""])
    return name.isEmpty ? sender.trimmingCharacters(in: ["<", ">", " "]) : name
  }
}
