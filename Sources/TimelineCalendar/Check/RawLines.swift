/// The lines of an iCalendar file as they stand in its bytes, joined where they are folded (RFC 5545, 3.1).
struct RawLines {
  /// A line with its folds taken out.
  struct Line {
    var bytes: [UInt8] = []
    /// Where in ``bytes`` each line of the file begins, with its number.
    var parts: [(offset: Int, number: Int)] = []

    var number: Int { parts.first?.number ?? 0 }

    /// The number of the line in the file that holds an octet.
    func number(at offset: Int) -> Int { parts.last { $0.offset <= offset }?.number ?? number }
  }

  private(set) var lines: [Line] = []
  private(set) var faults: [CalendarFault] = []

  init(_ file: [UInt8]) {
    var start = 0
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      start = 3
      faults.append(
        CalendarFault(.byteOrderMark, line: 1, "a byte order mark stands before the first line; leave it out")
      )
    }
    var number = 1
    var ends = EndFaults()
    while start < file.count {
      let end = file[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? file.count
      var next = min(end + 1, file.count)
      if end == file.count {
        faults.append(CalendarFault(.noLineEnd, line: number, "the last line has no end; close it with CRLF"))
      } else if file[end] == 0x0A {
        ends.add(.bareLF, number)
      } else if next < file.count, file[next] == 0x0A {
        next += 1
      } else {
        ends.add(.bareCR, number)
      }
      add(file[start..<end], number)
      start = next
      number += 1
    }
    faults += ends.faults
    for line in lines { checkCharacters(line) }
  }

  private mutating func add(_ part: ArraySlice<UInt8>, _ number: Int) {
    if part.count > ContentLines.limit {
      faults.append(
        CalendarFault(
          .longLine, line: number,
          "\(part.count) octets in a line; fold it after \(ContentLines.limit) at most"))
    }
    guard let first = part.first else {
      faults.append(CalendarFault(.blankLine, line: number, "the line is empty; leave it out"))
      return
    }
    let isFolded = first == UInt8(ascii: " ") || first == 0x09
    guard isFolded, !lines.isEmpty else {
      lines.append(Line(bytes: Array(part), parts: [(0, number)]))
      return
    }
    let last = lines.count - 1
    if part.dropFirst().first.map({ $0 & 0xC0 == 0x80 }) == true {
      faults.append(
        CalendarFault(
          .splitCharacter, line: number,
          "the fold before this line cuts a character of several octets in two; fold between characters"))
    }
    lines[last].parts.append((lines[last].bytes.count, number))
    lines[last].bytes += part.dropFirst()
  }

  private mutating func checkCharacters(_ line: Line) {
    if let offset = line.bytes.firstIndex(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
      faults.append(
        CalendarFault(
          .controlCharacter, line: line.number(at: offset),
          "a control character (\(Self.hex(line.bytes[offset]))); leave it out, or write a line break as \\n")
      )
    }
    guard line.bytes.contains(where: { $0 >= 0x80 }), let offset = Self.firstBadOctet(line.bytes) else {
      return
    }
    faults.append(
      CalendarFault(
        .notUTF8, line: line.number(at: offset),
        "the octet \(Self.hex(line.bytes[offset])) is no UTF-8; save the file as UTF-8"))
  }

  private static func hex(_ octet: UInt8) -> String {
    "0x" + (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
  }

  /// Where bytes cease to be UTF-8; nil where all are.
  private static func firstBadOctet(_ bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&rest) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .error: return min(offset, bytes.count - 1)
      case .emptyInput: return nil
      }
    }
  }
}

/// Wrong line ends: one fault for each stretch of lines that share it.
private struct EndFaults {
  private var stretches: [(kind: CalendarFault.Kind, first: Int, last: Int)] = []

  mutating func add(_ kind: CalendarFault.Kind, _ number: Int) {
    if let last = stretches.last, last.kind == kind, last.last == number - 1 {
      stretches[stretches.count - 1].last = number
    } else {
      stretches.append((kind, number, number))
    }
  }

  var faults: [CalendarFault] {
    stretches.map { kind, first, last in
      let name = kind == .bareLF ? "LF" : "CR"
      let subject = first == last ? "the line ends" : "the lines \(first) to \(last) end"
      return CalendarFault(kind, line: first, "\(subject) with a bare \(name); end lines with CRLF")
    }
  }
}

extension UTF8 {
  static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x80 ? 1 : scalar.value < 0x800 ? 2 : scalar.value < 0x10000 ? 3 : 4
  }
}
