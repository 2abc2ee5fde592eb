import TimelinePages
import TimelineText

/// The pages of a crawl's archive: WARC 1.0 and 1.1 (ISO 28500), gzip-compressed or not, record after record.
struct WARCReader: ContainerReader {
  let name: String
  private let stream: ByteStream
  private var isDone = false
  private var records = 0
  /// Whether the end of the last record is not known, so that the next one is looked for line by line.
  private var isLost = false
  /// Whether a page was found, readable or not.
  private var hasPage = false

  init(_ name: String, _ stream: ByteStream) {
    self.name = name
    self.stream = stream
  }

  /// The next page; records of other kinds are passed over.
  mutating func next() throws(InputError) -> Result<RawArticle, ArticleRefusal>? {
    guard !isDone else { return nil }
    if let page = try nextPage() {
      hasPage = true
      return page
    }
    isDone = true
    return hasPage ? nil : refusal(nil, .noPages(records: records))
  }

  private mutating func nextPage() throws(InputError) -> Result<RawArticle, ArticleRefusal>? {
    while !isDone {
      guard let fields = try header() else { return nil }
      records += 1
      guard let text = fields["content-length"], let length = Int(text), length >= 0 else {
        isLost = true
        return refusal(nil, .brokenArchive("record \(records) does not tell its length"))
      }
      let type = fields["warc-type"]?.lowercased()
      let address = fields["warc-target-uri"].map { $0.trimmingBrackets }
      let isPage = type == "response" || type == "resource"
      let content = try stream.bytes(length, limit: isPage ? RawArticle.byteLimit : 0)
      guard isPage else { continue }
      guard let address, let scheme = PageAddress.scheme(address) else {
        return refusal(nil, .brokenArchive("record \(records) has no address"))
      }
      // Crawlers keep what name servers answered, too.
      guard scheme.hasPrefix("http") else { continue }
      guard let content else {
        return refusal(address, .tooLong(bytes: length, limit: RawArticle.byteLimit))
      }
      guard content.count == length else {
        return refusal(address, .brokenArchive("the file ends within a record"))
      }
      if fields["warc-truncated"] != nil {
        return refusal(address, .brokenArchive("a page of which only the beginning is there"))
      }
      let answer =
        type == "response" ? HTTPResponse(content) : HTTPResponse(body: content, type: fields["content-type"])
      guard let response = answer else { return refusal(address, .noHTTP) }
      guard response.status == 200, response.isPage else { continue }
      let body: [UInt8]
      do throws(ArticleProblem) {
        body = try response.decoded(limit: RawArticle.byteLimit)
      } catch {
        return refusal(address, error)
      }
      if body.isEmpty { continue }
      return .success(
        RawArticle(
          file: name, part: address, format: response.isPlain ? .text : .html, bytes: body,
          origin: ArticleOrigin(address: address, charset: response.charset)))
    }
    return nil
  }

  /// The fields of the next record; nil at the end, and where no record follows.
  private mutating func header() throws(InputError) -> [String: String]? {
    while let line = try stream.line() {
      if line.isEmpty { continue }
      guard line.starts(with: "WARC/".utf8) else {
        if isLost { continue }
        isDone = true
        throw InputError(name, reason: "no WARC record where one should begin; check that the file is whole")
      }
      isLost = false
      var fields: [String: String] = [:]
      while let line = try stream.line(), !line.isEmpty, fields.count < 100 {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
        fields[String(decoding: line[..<colon], as: UTF8.self).lowercased()] =
          String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
      }
      return fields
    }
    return nil
  }
}

extension String {
  /// WARC 1.0 wrote addresses as `<…>`.
  fileprivate var trimmingBrackets: String {
    hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self
  }
}
