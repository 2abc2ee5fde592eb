/// The mails of an mbox file, one after the other: each begins with a line “From …” after an empty one.
struct MailboxReader: ContainerReader {
  let name: String
  private var lines: LineReader
  private var number = 0
  private var hasStarted = false
  private var isDone = false

  init(_ name: String, _ lines: LineReader) {
    self.name = name
    self.lines = lines
  }

  mutating func next() throws(InputError) -> Result<RawArticle, ArticleRefusal>? {
    while !isDone {
      var bytes: [UInt8] = []
      var length = 0
      var wasEmpty = !hasStarted
      var hasMail = hasStarted
      while true {
        guard let line = try lines.next() else {
          isDone = true
          break
        }
        guard case .whole(var text) = line else {
          length = RawArticle.byteLimit + 1
          continue
        }
        if wasEmpty, text.starts(with: "From ".utf8) {
          hasStarted = true
          if hasMail { break }
          hasMail = true
          wasEmpty = false
          continue
        }
        wasEmpty = text.isEmpty
        // “>From” stands for “From” within a mail.
        if text.first == UInt8(ascii: ">"),
          text.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: "From ".utf8)
        {
          text.removeFirst()
        }
        length += text.count + 1
        if length <= RawArticle.byteLimit { bytes += text + [10] }
      }
      guard hasMail else { return refusal(part, .noMail) }
      number += 1
      if length > RawArticle.byteLimit {
        return refusal(part, .tooLong(bytes: length, limit: RawArticle.byteLimit))
      }
      guard let mail = MailMessage(bytes[...]) else { return refusal(part, .noMail) }
      return .success(mail.article(file: name, part: mail.fields["subject"] ?? "mail \(number)"))
    }
    return nil
  }

  private var part: String? { number > 0 ? "mail \(number)" : nil }
}
