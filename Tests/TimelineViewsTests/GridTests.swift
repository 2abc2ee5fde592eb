import Testing
import TimelineTestSupport
import TimelineViews

@Suite("Rows in every form")
struct GridTests {
  private let grid = Grid(
    columns: [
      Grid.Column("id", isNumeric: true), Grid.Column("said_by", minimumWidth: 6),
      Grid.Column("spare", expendability: 1),
    ],
    rows: [
      [Grid.Cell(.number(7)), Grid.Cell("漢字 and 👩‍👩‍👧‍👦"), Grid.Cell("x")],
      [Grid.Cell(.number(12)), Grid.Cell("e\u{301}te\u{301}, \"b\"\n|*c*"), Grid.Cell(nil)],
    ])

  @Test func aTableIsAlignedByWhatCharactersTake() {
    #expect(
      grid.table(on: Canvas()) == """
        ID  SAID BY        SPARE
         7  漢字 and 👩‍👩‍👧‍👦    x
        12  e\u{301}te\u{301}, "b" |*c*

        """)
  }

  @Test func noLineIsWiderThanTheTerminal() {
    for width in 12...40 {
      let lines = grid.table(on: Canvas(width: width)).split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    }
    #expect(grid.table(on: Canvas(width: 14)).contains("SPARE") == false)
    #expect(grid.table(on: Canvas(width: 19)).contains("…"))
  }

  @Test func colourShowsOnlyWhereItIsOn() {
    var grid = grid
    grid.rows[0][1].style = .bad
    #expect(!grid.table(on: Canvas(hasColour: false)).contains("\u{1B}"))
    #expect(grid.table(on: Canvas(hasColour: true)).contains("\u{1B}[31m漢字 and 👩‍👩‍👧‍👦\u{1B}[0m"))
  }

  @Test func noArticleSteersTheTerminal() {
    let evil = "a\u{1B}[2J\r\u{7}b\u{202E}c\u{9B}d\te"
    let table = Grid(columns: [Grid.Column("t")], rows: [[Grid.Cell(evil)]]).table(on: Canvas())
    #expect(
      table.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) || $0 == "\n" })
    #expect(table.contains("a\u{FFFD}[2J \u{FFFD}b\u{FFFD}c\u{FFFD}d e"))
  }

  @Test func csvIsQuotedAsRFC4180HasIt() {
    #expect(
      grid.csv() == "id,said_by,spare\r\n7,漢字 and 👩‍👩‍👧‍👦,x\r\n12,\"e\u{301}te\u{301}, \"\"b\"\"\n|*c*\",\r\n")
  }

  @Test func tsvHasNoTabOrLineEndInAValue() {
    let grid = Grid(
      columns: [Grid.Column("a"), Grid.Column("b")], rows: [[Grid.Cell("x\ty\nz"), Grid.Cell(.flag(true))]])
    #expect(grid.tsv() == "a\tb\nx y z\ttrue\n")
  }

  @Test func markdownMarksInValuesAreEscaped() {
    #expect(
      grid.markdown().split(separator: "\n").last.map { String($0) } == #"| 12 | été, "b" \|\*c\* |  |"#)
    #expect(grid.markdown().hasPrefix("| id | said by | spare |\n| --: | --- | --- |\n"))
  }

  @Test func jsonKeepsTypesAndNulls() {
    let json = grid.rendered(as: .jsonl, on: Canvas()).split(separator: "\n")
    #expect(json[0] == "{\"id\":7,\"said_by\":\"漢字 and 👩‍👩‍👧‍👦\",\"spare\":\"x\"}")
    #expect(json[1].hasSuffix("\",\"spare\":null}"))
    #expect(Grid(columns: grid.columns).rendered(as: .json, on: Canvas()) == "[]\n")
  }
}

@Suite("Width of text")
struct DisplayWidthTests {
  @Test func charactersTakeWhatTerminalsGiveThem() {
    for (text, width) in [
      ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢", 2), ("한", 2), ("ｱ", 1), ("Ａ", 2), ("😀", 2), ("🇺🇦", 2),
      ("☀", 1),
      ("☀\u{FE0F}", 2), ("👍🏽", 2), ("a\u{200B}b", 2), ("—", 1), ("“", 1),
    ] {
      #expect(DisplayWidth.of(text) == width, "\(text)")
    }
  }

  @Test func cutTextFitsAndSaysThatItIsCut() {
    #expect(DisplayWidth.fitted("abcdef", to: 6) == "abcdef")
    #expect(DisplayWidth.fitted("abcdef", to: 5) == "abcd…")
    #expect(DisplayWidth.fitted("漢字漢字", to: 4) == "漢…")
    #expect(DisplayWidth.fitted("ab", to: 0) == "")
  }

  @Test func wrappedLinesFitAndLoseNothing() {
    let text = "The quick brown fox jumps over 漢字漢字漢字 averyveryverylongword"
    for width in 3...20 {
      let lines = DisplayWidth.wrapped(text, to: width)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
    #expect(DisplayWidth.wrapped("", to: 5) == [""])
  }
}
