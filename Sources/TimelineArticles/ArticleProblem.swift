package import TimelineDates

/// Why an article did not go in.
package enum ArticleProblem: Error, Hashable, Sendable {
  /// No publication date: neither in the article nor given beside it.
  case noPublicationDate(ArticleFormat)
  /// A publication date that is no ISO 8601 date, or a day that the calendar lacks.
  case unreadableDate(String)
  /// Published after the day that the program takes for today.
  case futureDate(DocumentTime, now: DocumentTime)
  case emptyFile
  case noText
  /// A NUL character, which no article holds; `offset` counts bytes.
  case nulByte(offset: Int)
  /// A NUL character in another field than the text.
  case nulInField(String)
  /// `offset` counts bytes from the start of the file or line.
  case invalidUTF8(offset: Int)
  case utf16
  /// Longer than an article can be.
  case tooLong(bytes: Int, limit: Int)
  /// A line that is no JSON object, with what the parser says.
  case brokenJSON(String)
  /// A field of the JSON object that is missing or of the wrong type.
  case wrongField(name: String, expected: String)
  /// Bytes that are no feed of any known form.
  case noFeed
  /// Bytes that are no mail.
  case noMail
  /// An address that was not read, and why.
  case unreachable(String)
  /// An archive that is cut or damaged.
  case brokenArchive(String)
  /// An archive with so many records and no page among them.
  case noPages(records: Int)
  /// An answer that is none of HTTP.
  case noHTTP
  /// A feed that breaks off; what stands before is read.
  case cutFeed(entries: Int)
  /// A page that an archive holds packed in a way that is not known here.
  case unknownEncoding(String)
  /// A page of which only the beginning could be read.
  case cutPage
  /// Front matter that is no YAML, with what the parser says.
  case brokenFrontMatter(String)
}

extension ArticleProblem: CustomStringConvertible {
  /// What is wrong and what to do about it; the place is told by ``ArticleRefusal``.
  package var description: String {
    switch self {
    case .noPublicationDate(let form): "no publication date; \(Self.remedy(form))"
    case .unreadableDate(let text):
      "\u{201C}\(Self.shortened(text))\u{201D} is no publication date; write an existing day as 2026-02-12, "
        + "or with its time as 2026-02-12T17:05:00-05:00"
    case .futureDate(let date, let now):
      "published in the future (\(date), today is \(CivilDate(now.day))); correct the date, or set today with --now"
    case .emptyFile: "the file is empty"
    case .cutPage:
      "the page is nested too deeply, or has too many elements or attributes, to be read whole; save its text and add that"
    case .noText: "the article has no text"
    case .nulByte(let offset): "not a text: NUL at byte \(offset)"
    case .nulInField(let name):
      "the field \"\(name)\" holds a NUL character (U+0000), which no text has; take it out"
    case .invalidUTF8(let offset):
      "not UTF-8: wrong byte at \(offset); convert it first (iconv -f WINDOWS-1252 -t UTF-8)"
    case .utf16: "UTF-16; convert it first (iconv -f UTF-16 -t UTF-8)"
    case .tooLong(let bytes, let limit):
      "\(bytes >> 20) MB are too long for one article (at most \(limit >> 20) MB); "
        + "split it, or give many articles as JSONL, one a line"
    case .brokenJSON(let reason): "broken JSON: \(reason)"
    case .wrongField(let name, let expected): "the field \"\(name)\" should be \(expected)"
    case .noFeed:
      "no feed in RSS, Atom or JSON Feed; give the address of one, or the form of the file with --input"
    case .noMail: "no mail; a mail begins with fields such as “From: …” and “Date: …”"
    case .unreachable(let reason): reason
    case .brokenArchive(let reason): "broken archive: \(reason); fetch it again"
    case .noPages(0): "no record in this archive; check the file, or give its form with --input"
    case .noPages(let records):
      "no page among the \(records) records of this archive; only pages and texts that a server answered are read"
    case .noHTTP: "the archived answer is no HTTP; fetch the page again"
    case .cutFeed(let entries):
      "the feed breaks off, or is broken, \(entries == 0 ? "before its first whole entry" : "after \(entries) whole \(entries == 1 ? "entry" : "entries")");"
        + " fetch it again"
    case .unknownEncoding(let name):
      "packed as “\(name)”, which is not read; archive it with gzip or unpacked, or save the page and add the file"
    case .brokenFrontMatter(let reason): "the front matter is no YAML: \(reason)"
    }
  }

  private static func remedy(_ form: ArticleFormat) -> String {
    switch form {
    case .html, .warc, .feed, .mail, .mbox:
      "none was found in it; give one with --published 2026-02-12"
    case .text:
      "give one with --published 2026-02-12, or begin the file with a line \u{201C}Published: 2026-02-12\u{201D}"
        + " and an empty line"
    case .markdown:
      "give one with --published 2026-02-12, or in the front matter as \u{201C}published: 2026-02-12\u{201D}"
    case .jsonl: "give one as \"published\": \"2026-02-12\", or for all lines with --published 2026-02-12"
    }
  }

  private static func shortened(_ text: String) -> String {
    text.count > 60 ? text.prefix(57) + "…" : text
  }
}

/// An article that did not go in: where it stands and why.
package struct ArticleRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, `-` for standard input.
  package var file: String
  /// The line of a JSONL file, from 1; nil where the file is one article.
  package var line: Int?
  /// Which article of a file it is, where lines do not tell: its address, its subject.
  package var part: String?
  package var problem: ArticleProblem

  package init(file: String, line: Int? = nil, part: String? = nil, problem: ArticleProblem) {
    self.file = file
    self.line = line
    self.part = part
    self.problem = problem
  }

  /// `articles.jsonl:17: broken JSON: …`
  package var description: String {
    let name = file == "-" ? "standard input" : file
    return name + (line.map { ":\($0)" } ?? "") + (part.map { ": \($0)" } ?? "") + ": \(problem)"
  }
}
