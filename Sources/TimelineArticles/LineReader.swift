/// Lines of a file, one after the other, holding no more than one line and one piece of the file.
///
/// A line ends at LF; a CR before it is left out. A line longer than the limit is skipped and told by
/// its length, so that memory stays bounded whatever the file holds.
struct LineReader {
  enum Line: Equatable {
    case whole([UInt8])
    case tooLong(bytes: Int)
  }

  private let file: InputFile
  private let limit: Int
  private var piece: [UInt8] = []
  private var position = 0
  /// Whether a line was given up on: what is behind it is not read.
  private var isGivenUp = false
  /// A line that has this many times the limit without an end has none: `/dev/zero`.
  private static let patience = 8
  /// Bytes handed out so far, line ends included.
  private(set) var consumed = 0

  init(_ file: InputFile, limit: Int, startingWith piece: [UInt8] = []) {
    self.file = file
    self.limit = limit
    self.piece = piece
  }

  /// The next line; nil at the end of the file.
  mutating func next() throws(InputError) -> Line? {
    var line: [UInt8] = []
    var length = 0
    var began = false
    guard !isGivenUp else { return nil }
    while true {
      if length > limit * Self.patience {
        isGivenUp = true
        return .tooLong(bytes: length)
      }
      if position == piece.count {
        piece = try file.nextPiece()
        position = 0
        if piece.isEmpty { return began ? finish(line, length) : nil }
      }
      began = true
      let end = LineReader.lineFeed(in: piece, from: position)
      let stretch = position..<(end ?? piece.count)
      length += stretch.count
      if length <= limit {
        line.append(contentsOf: piece[stretch])
      } else {
        line = []
      }
      position = stretch.upperBound
      consumed += stretch.count
      if end != nil {
        position += 1
        consumed += 1
        return finish(line, length)
      }
    }
  }

  /// All that is left of the file, as one line.
  mutating func rest() throws(InputError) -> Line {
    var bytes: [UInt8] = []
    var length = 0
    repeat {
      length += piece.count - position
      consumed += piece.count - position
      if length <= limit { bytes.append(contentsOf: piece[position...]) }
      piece = try file.nextPiece()
      position = 0
    } while !piece.isEmpty && length <= limit * Self.patience
    return length <= limit ? .whole(bytes) : .tooLong(bytes: length)
  }

  private func finish(_ line: [UInt8], _ length: Int) -> Line {
    guard length <= limit else { return .tooLong(bytes: length) }
    var line = line
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return .whole(line)
  }

  private static func lineFeed(in bytes: [UInt8], from start: Int) -> Int? {
    let span = bytes.span
    var index = start
    while index < span.count {
      if span[index] == UInt8(ascii: "\n") { return index }
      index += 1
    }
    return nil
  }
}
