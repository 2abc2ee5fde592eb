import Testing
import TimelineText

/// Words by their hashes.
@Suite struct WordTableTests {
  private func token(_ text: String) -> Token {
    Token(start: 0, end: Int32(text.utf8.count), hash: ByteHash.of(text), kind: .word, traits: [])
  }

  private func find(_ text: String, in table: WordTable) -> Int? {
    let bytes = Array(text.utf8)
    return table.find(token(text), in: bytes.span)
  }

  @Test func everyWordIsFoundAndNoOther() {
    var table = WordTable()
    for number in 0..<5000 { table.insert("word\(number)".utf8, value: number) }
    #expect(table.count == 5000)
    let numbers = Array(0..<5000)
    #expect(numbers.map { find("word\($0)", in: table) ?? -1 } == numbers)
    #expect(numbers.allSatisfy { (number: Int) in find("other\(number)", in: table) == nil })
    #expect(find("WORD17", in: table) == 17)
  }

  /// A word of the same hash counts only where its letters are the same.
  @Test func lettersAreCompared() {
    var table = WordTable()
    table.insert("don't".utf8, value: 3)
    let curly = Array("don’t".utf8)
    let plain = token("don't")
    let token = Token(
      start: 0, end: Int32(curly.count), hash: plain.hash, kind: .word, traits: [])
    #expect(table.find(token, in: curly.span) == 3)
    let other = Array("dOnut".utf8)
    #expect(table.find(plain, in: other.span) == nil)
    #expect(find("don't", in: table) == 3)
  }
}
