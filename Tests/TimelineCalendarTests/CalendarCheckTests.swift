import Testing
import TimelineCalendar
import TimelineTestSupport
import TimelineTracking

@Suite("Checking calendars")
struct CalendarCheckTests {
  private func faults(_ text: String) -> [String] {
    CalendarCheck(Array(text.utf8)).faults.map { "\($0.line) \($0.kind.rawValue)" }
  }

  /// A calendar with these lines in it, from line 4 on.
  private func calendar(_ lines: String...) -> String {
    (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a//b//EN"] + lines + ["END:VCALENDAR"])
      .map { $0 + "\r\n" }.joined()
  }

  /// An event that begins in line 4 and has these lines from line 7 on.
  private func event(_ lines: String...) -> String {
    calendar(
      (["BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z"] + lines + ["END:VEVENT"]).joined(
        separator: "\r\n"))
  }

  private let start = "DTSTART;VALUE=DATE:20260514"

  @Test func soundCalendarsHaveNoFaults() {
    #expect(faults(event(start, "SUMMARY:A\\, b\\; c\\\\ d\\n e: f \"g\"", "CATEGORIES:A,B\\,C")) == [])
    #expect(faults(event("DTSTART:20260514T170500Z", "DTEND:20260514T180000Z")) == [])
    #expect(faults(event("DTSTART:20260514T170500", "DURATION:PT1H30M", "RRULE:FREQ=DAILY;COUNT=3")) == [])
    #expect(faults(event(start, "ATTENDEE;CN=\"A: b; c\":mailto:a@example.org")) == [])
    #expect(faults(event(start, "SUMMARY:" + String(repeating: "é", count: 33))) == [])
  }

  @Test func faultsOfTheBytesAreFound() {
    let sound = event(start, "SUMMARY:A")
    #expect(faults(sound.replacing("\r\n", with: "\n")) == ["1 bare-lf"])
    let lines = sound.split(separator: "\r\n").map(String.init)
    #expect(faults(lines.enumerated().map { $1 + ($0 == 4 ? "\n" : "\r\n") }.joined()) == ["5 bare-lf"])
    #expect(faults(lines.enumerated().map { $1 + ($0 == 4 ? "\r" : "\r\n") }.joined()) == ["5 bare-cr"])
    #expect(faults(String(sound.dropLast())) == ["10 no-line-end"])
    #expect(faults(event(start, "SUMMARY:" + String(repeating: "a", count: 68))) == ["8 long-line"])
    #expect(faults(event(start, "SUMMARY:a\r\n " + String(repeating: "b", count: 75))) == ["9 long-line"])
    #expect(faults(event(start, "SUMMARY:" + String(repeating: "é", count: 34))) == ["8 long-line"])
    #expect(faults(event(start, "", "SUMMARY:A")) == ["8 blank-line"])
    #expect(faults("\u{FEFF}" + sound) == ["1 byte-order-mark"])
    #expect(faults(event(start, "SUMMARY:a\u{7}b")) == ["8 control-character"])
    var bytes = Array(event(start, "SUMMARY:\u{E9}").utf8)
    let place = bytes.firstIndex(of: 0xC3) ?? 0
    bytes.insert(contentsOf: Array("\r\n ".utf8), at: place + 1)
    #expect(CalendarCheck(bytes).faults.map(\.kind) == [.splitCharacter])
    bytes.removeSubrange(place..<place + 4)
    #expect(CalendarCheck(bytes).faults.map(\.kind) == [.notUTF8])
  }

  @Test func faultsOfTheFormAreFound() {
    #expect(faults("") == ["1 no-calendar"])
    #expect(faults("hello\r\n") == ["1 no-calendar", "1 no-property"])
    #expect(faults("SUMMARY:x\r\n") == ["1 no-calendar"])
    #expect(faults(event(start, "SUMMARY:two", "lines of text")) == ["9 no-property"])
    #expect(faults(event(start, "X;=a:b")) == ["8 bad-parameter"])
    #expect(faults(event(start, "X;A=\"b:c")) == ["8 bad-parameter"])
    #expect(faults(calendar("BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", start)) == ["4 not-closed"])
    #expect(faults(calendar("END:VEVENT")) == ["4 not-opened"])
    #expect(
      faults("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n") == ["1 missing-prodid", "1 missing-version"])
  }

  @Test func faultsOfEntriesAreFound() {
    #expect(
      faults(calendar("BEGIN:VEVENT", "SUMMARY:A", "END:VEVENT")) == [
        "4 missing-dtstamp", "4 missing-dtstart", "4 missing-uid",
      ])
    let two = ["BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z", start, "END:VEVENT"].joined(
      separator: "\r\n")
    #expect(faults(calendar(two, two)) == ["10 duplicate-uid"])
    #expect(
      faults(calendar(two, two.replacing(start, with: start + "\r\nRECURRENCE-ID;VALUE=DATE:20260514"))) == []
    )
    #expect(faults(event(start, "SUMMARY:a", "SUMMARY:b")) == ["9 repeated-property"])
    #expect(faults(event(start, "STATUS:DONE")) == ["8 bad-status"])
    #expect(faults(calendar("METHOD:PUBLISH", two)) == ["4 method-without-organizer"])
    #expect(
      faults(calendar("METHOD:PUBLISH", two.replacing(start, with: start + "\r\nORGANIZER:mailto:a@b.c")))
        == [])
  }

  @Test func textThatIsNotEscapedIsFoundInItsLine() {
    #expect(faults(event(start, "SUMMARY:a, b")) == ["8 unescaped-text"])
    #expect(faults(event(start, "SUMMARY:a; b")) == ["8 unescaped-text"])
    #expect(faults(event(start, "SUMMARY:C:\\temp")) == ["8 unescaped-text"])
    #expect(faults(event(start, "SUMMARY:a\\")) == ["8 unescaped-text"])
    #expect(faults(event(start, "DESCRIPTION:a\r\n b\r\n c; d")) == ["10 unescaped-text"])
    #expect(faults(event(start, "CATEGORIES:a;b")) == ["8 unescaped-text"])
  }

  @Test func faultsOfTimesAreFound() {
    #expect(faults(event("DTSTART;VALUE=DATE:20260732")) == ["7 impossible-date"])
    #expect(faults(event("DTSTART;VALUE=DATE:20250229")) == ["7 impossible-date"])
    #expect(faults(event("DTSTART:20260514T240000Z")) == ["7 impossible-date"])
    #expect(faults(event("DTSTART;VALUE=DATE:2026-05-14")) == ["7 bad-date"])
    #expect(faults(event("DTSTART:20260514")) == ["7 missing-value-date"])
    #expect(faults(event("DTSTART;VALUE=DATE:20260514T100000")) == ["7 mixed-types"])
    #expect(faults(event(start, "DTEND:20260514T100000Z")) == ["8 mixed-types"])
    #expect(faults(event(start, "DTEND;VALUE=DATE:20260514")) == ["8 end-not-after-start"])
    #expect(faults(event("DTSTART:20260514T100000Z", "DTEND:20260514T100000Z")) == ["8 end-not-after-start"])
    #expect(faults(event("DTSTART:20260514T100000Z", "DTEND:20260513T070000")) == ["8 end-not-after-start"])
    #expect(faults(event(start, "DTEND;VALUE=DATE:20260515", "DURATION:P1D")) == ["9 end-and-duration"])
    #expect(faults(event(start, "DURATION:1 day")) == ["8 bad-duration"])
    #expect(faults(event("DTSTART;TZID=Europe/Kyiv:20260514T100000")) == ["7 unknown-zone"])
    #expect(faults(event(start, "CREATED:20260514T100000")) == ["8 not-utc"])
    #expect(faults(event(start, "RRULE:COUNT=3")) == ["8 bad-rule"])
    #expect(faults(event(start, "RRULE:FREQ=DAILY;COUNT=3;UNTIL=20260601")) == ["8 bad-rule"])
    #expect(faults(event(start, "RRULE:FREQ=DAILY;UNTIL=20260631")) == ["8 impossible-date"])
    #expect(faults(event(start, "EXDATE;VALUE=DATE:20260515,20260532")) == ["8 impossible-date"])
    #expect(faults(calendar("BEGIN:VTIMEZONE", "TZID:A", "END:VTIMEZONE")) == ["4 bad-zone"])
  }

  @Test func alarmsNeedWhatTheyShow() {
    let alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", "END:VALARM"].joined(separator: "\r\n")
    #expect(faults(event(start, alarm)) == ["8 alarm-without-description"])
    #expect(faults(event(start, alarm.replacing("DISPLAY", with: "AUDIO"))) == [])
    #expect(
      faults(event(start, "BEGIN:VALARM", "DESCRIPTION:a", "END:VALARM")) == [
        "8 alarm-incomplete", "8 alarm-incomplete",
      ])
  }

  @Test func damagedFilesNeverEndTheCheck() {
    var generator = SeededGenerator(seed: 11)
    let whole = Array(event(start, "SUMMARY:é\r\n x", "RRULE:FREQ=DAILY").utf8)
    var checks = 0
    for _ in 0..<3000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        }
      }
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      let faults = CalendarCheck(bytes).faults
      #expect(faults.allSatisfy { (1...lines).contains($0.line) })
      _ = try? CalendarReader(bytes)
      checks += 1
    }
    #expect(checks == 3000)
  }
}
