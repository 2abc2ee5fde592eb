import TimelineText

/// What a server answered, as it stands in an archive.
struct HTTPResponse {
  let status: Int
  private let fields: [String: String]
  private let body: ArraySlice<UInt8>

  /// Nil where the bytes do not begin with a status line.
  init?(_ bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: 10) else { return nil }
    let line = String(decoding: bytes[..<end].prefix(200), as: UTF8.self).split(separator: " ")
    guard line.count >= 2, line[0].hasPrefix("HTTP/"), let status = Int(line[1].trimmed) else { return nil }
    self.status = status
    (fields, body) = MailHeader.split(bytes[(end + 1)...])
  }

  /// A file that was archived as such.
  init(body: [UInt8], type: String?) {
    status = 200
    fields = type.map { ["content-type": $0] } ?? [:]
    self.body = body[...]
  }

  private var type: MailParameters { MailParameters(fields["content-type"] ?? "") }

  var charset: String? { type["charset"] }

  var isPlain: Bool { type.value == "text/plain" }

  /// Whether it is a page or a text; where no type is told, what it begins with decides.
  var isPage: Bool {
    switch type.value {
    case "text/html", "application/xhtml+xml", "text/plain": true
    case "": ArticleFormat(sniffing: body.prefix(4096)) == .html
    default: false
    }
  }

  /// The body as the page was written.
  ///
  /// - Throws: ``ArticleProblem`` where it unpacks to more than the limit, is damaged, or packed in an unknown way.
  func decoded(limit: Int) throws(ArticleProblem) -> [UInt8] {
    let isChunked = fields["transfer-encoding"]?.lowercased().contains("chunked") == true
    guard let bytes = isChunked ? unchunked() : Array(body),
      isChunked || fields["content-length"].flatMap({ Int($0.trimmed) }).map({ $0 <= bytes.count }) ?? true
    else { throw .brokenArchive("a page of which only the beginning is there") }
    let encodings = (fields["content-encoding"] ?? "").lowercased().split { $0 == "," || $0 == " " }
    // Some archives keep the field and store the bytes unpacked.
    if let unknown = encodings.first(where: { !Self.encodings.contains(String($0)) }), !looksUnpacked(bytes) {
      throw .unknownEncoding(String(unknown))
    }
    if !encodings.isEmpty, bytes.starts(with: [0x1F, 0x8B]) || Self.beginsAsZlib(bytes) {
      return try Inflater.whole(bytes, limit: limit)
    }
    // Many servers leave out the frame that HTTP asks for around “deflate”.
    if encodings.contains("deflate"), !looksUnpacked(bytes) {
      return try Inflater.whole(bytes, isBare: true, limit: limit)
    }
    guard bytes.count <= limit else { throw .tooLong(bytes: bytes.count, limit: limit) }
    return bytes
  }

  private static let encodings: Set<String> = ["gzip", "x-gzip", "deflate", "identity"]

  /// By the check that the first two bytes hold (RFC 1950).
  private static func beginsAsZlib(_ bytes: [UInt8]) -> Bool {
    bytes.count > 1 && bytes[0] == 0x78 && (Int(bytes[0]) << 8 + Int(bytes[1])) % 31 == 0
  }

  /// Whether bytes are a text, and that of a page where they should be one; packed ones hold control characters.
  private func looksUnpacked(_ bytes: [UInt8]) -> Bool {
    !bytes.prefix(1024).contains { $0 < 32 && !(9...13).contains($0) && $0 != 27 }
      && (isPlain || bytes.first { $0 > 32 } == UInt8(ascii: "<"))
  }

  /// The pieces put together; the bytes as they are where they are in none, nil where the last one is not there.
  private func unchunked() -> [UInt8]? {
    guard body.first.map({ Character(UnicodeScalar($0)).isHexDigit }) ?? false else { return Array(body) }
    var whole: [UInt8] = []
    var at = body.startIndex
    while at < body.endIndex {
      guard let end = body[at...].firstIndex(of: 10) else { break }
      let digits = String(decoding: body[at..<end].prefix(20), as: UTF8.self).prefix { $0.isHexDigit }
      guard let count = Int(digits, radix: 16) else { return whole.isEmpty ? Array(body) : nil }
      if count == 0 { return whole }
      let start = end + 1
      guard start < body.endIndex else { break }
      guard count <= body.endIndex - start else { break }
      whole += body[start..<start + count]
      at = start + count
      while at < body.endIndex, body[at] == 13 || body[at] == 10 { at += 1 }
    }
    return nil
  }
}
