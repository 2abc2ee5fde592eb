import Testing
import TimelineLanguage
import TimelineText

@Suite struct TokeniserTests {
  private func words(_ text: String) -> String {
    let document = LanguageCore.english.document(text)
    return document.tokens.indices.map(document.string).joined(separator: "|")
  }

  @Test(arguments: [
    ("He didn't say it's John's.", "He|did|n't|say|it|'s|John|'s|."),
    ("We can’t and cannot.", "We|ca|n’t|and|can|not|."),
    ("The U.S. and Mr. Smith met at 5 p.m. on Jan. 3.", "The|U.S.|and|Mr.|Smith|met|at|5|p.m.|on|Jan.|3|."),
    ("a two-day, 1,750-page deal", "a|two|-|day|,|1,750|-|page|deal"),
    ("5pm or 5:30 p.m.?", "5|pm|or|5:30|p.m.|?"),
    ("at $3.5m (about 4%)", "at|$|3.5|m|(|about|4|%|)"),
    ("See www.example.org/a?b=1, or mail a.b@c.de.", "See|www.example.org/a?b=1|,|or|mail|a.b@c.de|."),
    ("“Yes,” she said—‘no’…", "“|Yes|,|”|she|said|—|‘|no|’|…"),
    ("a non-profit's e-mail, mid-July, self-made", "a|non-profit|'s|e-mail|,|mid|-|July|,|self|-|made"),
    ("He said no. No. 3 has a Ph.D. and is ’’ill’’ :)", "He|said|no|.|No.|3|has|a|Ph.D.|and|is|’’|ill|’’|:)"),
    ("1-800-991-9019 or 713-853-3989 << 2003-2007 ?!", "1-800-991-9019|or|713-853-3989|<<|2003|-|2007|?!"),
    ("call (713) 345-9945, 3-5213 or 713/853-6197", "call|(|713|)|345-9945|,|3-5213|or|713/853-6197"),
    ("Em-enro2.doc, ENRON.XLS and 0308.doc.", "Em-enro2.doc|,|ENRON.XLS|and|0308.doc|."),
    ("alt.animals.dolphins or <mailto:a@b.com>", "alt.animals.dolphins|or|<|mailto:a@b.com|>"),
    ("Its not its fault b/c its a lot", "It|s|not|its|fault|b/c|it|s|a|lot"),
    ("bread, etc., and jam, etc. They ate", "bread|,|etc.|,|and|jam|,|etc|.|They|ate"),
    ("what!?!? so... why? ---->===<----", "what|!?!?|so|...|why|?|---->===<----"),
    ("from +44 20 to $.04", "from|+44|20|to|$|.04"),
    ("the parents' house, 1990s, 3rd", "the|parents|'|house|,|1990s|,|3rd"),
    (
      "He left town.\nShe of Acme Inc. sold it in Jan. at the end.\tIt grew.",
      "He|left|town|.|She|of|Acme|Inc.|sold|it|in|Jan.|at|the|end|.|It|grew|."
    ),
  ]) func cutsWords(text: String, expected: String) {
    #expect(words(text) == expected)
  }
}
