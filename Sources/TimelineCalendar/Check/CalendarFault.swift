/// A fault of an iCalendar file, with the line that has it.
package struct CalendarFault: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    // Of the bytes.
    case bareLF = "bare-lf"
    case bareCR = "bare-cr"
    case longLine = "long-line"
    case blankLine = "blank-line"
    case noLineEnd = "no-line-end"
    case byteOrderMark = "byte-order-mark"
    case notUTF8 = "not-utf8"
    case splitCharacter = "split-character"
    case controlCharacter = "control-character"
    // Of lines and components.
    case noProperty = "no-property"
    case badParameter = "bad-parameter"
    case noCalendar = "no-calendar"
    case notClosed = "not-closed"
    case notOpened = "not-opened"
    // Of properties.
    case missingVersion = "missing-version"
    case missingProductID = "missing-prodid"
    case missingUID = "missing-uid"
    case missingStamp = "missing-dtstamp"
    case missingStart = "missing-dtstart"
    case repeatedProperty = "repeated-property"
    case duplicateUID = "duplicate-uid"
    case unescapedText = "unescaped-text"
    case badStatus = "bad-status"
    case methodWithoutOrganizer = "method-without-organizer"
    // Of times.
    case badDate = "bad-date"
    case impossibleDate = "impossible-date"
    case missingValueDate = "missing-value-date"
    case mixedTypes = "mixed-types"
    case notUTC = "not-utc"
    case endNotAfterStart = "end-not-after-start"
    case endAndDuration = "end-and-duration"
    case badDuration = "bad-duration"
    case badRule = "bad-rule"
    case unknownZone = "unknown-zone"
    case badZone = "bad-zone"
    // Of alarms.
    case alarmWithoutDescription = "alarm-without-description"
    case alarmIncomplete = "alarm-incomplete"
  }

  package var kind: Kind
  /// Counted from 1, as editors do: lines as they stand in the file, folded ones apart.
  package var line: Int
  package var message: String

  package init(_ kind: Kind, line: Int, _ message: String) {
    self.kind = kind
    self.line = line
    self.message = message
  }
}
