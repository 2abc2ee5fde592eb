import Testing
import TimelineLanguage

@Suite struct TextLanguageTests {
  private static let foreign: [(String, String)] = [
    (
      "de",
      "Die Minister von Karvelia und Sorenia treffen sich am 12. Juni wieder, um den Vertrag über den Fluss zu unterzeichnen, wie zwei Diplomaten am Donnerstag sagten. Die Gespräche waren im März ins Stocken geraten."
    ),
    (
      "fr",
      "Les ministres de la Carvélie et de la Sorénie se réuniront de nouveau le 12 juin pour signer le traité sur le fleuve, ont déclaré jeudi deux diplomates. Les pourparlers étaient dans une impasse depuis mars."
    ),
    (
      "es",
      "Los ministros de Carvelia y Sorenia se reunirán de nuevo el 12 de junio para firmar el tratado sobre el río, dijeron el jueves dos diplomáticos. Las conversaciones estaban estancadas desde marzo."
    ),
    (
      "it",
      "I ministri della Carvelia e della Sorenia si incontreranno di nuovo il 12 giugno per firmare il trattato sul fiume, hanno detto giovedì due diplomatici. I colloqui erano fermi da marzo."
    ),
    (
      "pt",
      "Os ministros da Carvélia e da Sorénia voltam a reunir-se no dia 12 de junho para assinar o tratado sobre o rio, disseram dois diplomatas na quinta-feira. As negociações estavam paradas desde março."
    ),
    (
      "nl",
      "De ministers van Karvelië en Sorenië komen op 12 juni opnieuw bijeen om het verdrag over de rivier te ondertekenen, zeiden twee diplomaten donderdag. De gesprekken lagen sinds maart stil."
    ),
    (
      "sv",
      "Ministrarna från Karvelien och Sorenien träffas igen den 12 juni för att underteckna fördraget om floden, sade två diplomater på torsdagen. Samtalen har inte kommit vidare sedan mars."
    ),
    (
      "pl",
      "Ministrowie Karwelii i Sorenii spotkają się ponownie 12 czerwca, aby podpisać traktat, który dotyczy rzeki, jak powiedzieli w czwartek dwaj dyplomaci. Rozmowy nie były już prowadzone od marca, ale teraz są jednak możliwe."
    ),
    (
      "tr",
      "Karvelia ve Sorenia bakanları nehir için yapılan anlaşmayı imzalamak üzere 12 Haziran'da yeniden bir araya gelecek, dedi iki diplomat. Görüşmeler mart ayından bu yana durmuştu ve daha sonra da olumlu bir gelişme olmadı."
    ),
    (
      "fi",
      "Ministerit tapaavat jälleen 12. kesäkuuta, jotta sopimus joesta voidaan allekirjoittaa, sanoo kaksi diplomaattia. Neuvottelut ovat olleet jumissa, mutta nyt on myös toivoa, että ne voi saada päätökseen vielä tänä vuonna."
    ),
    (
      "ru",
      "Министры Карвелии и Сорении снова встретятся 12 июня, чтобы подписать договор о реке, сказал в четверг дипломат. Переговоры были приостановлены, но это было уже не в первый раз."
    ),
    ("ja", "両国の大臣は、川に関する条約に署名するため、六月十二日に再び会談すると、二人の外交官が木曜日に述べた。"),
    ("zh", "两国部长将于六月十二日再次会晤，签署关于河流的条约，两名外交官周四表示。谈判自三月以来陷入停滞。"),
    (
      "el",
      "Οι υπουργοί θα συναντηθούν ξανά στις 12 Ιουνίου για να υπογράψουν τη συνθήκη για τον ποταμό, είπαν δύο διπλωμάτες."
    ),
    (
      "ar",
      "سيجتمع وزراء البلدين مرة أخرى في الثاني عشر من يونيو للتوقيع على المعاهدة التي تخص النهر، كما قال دبلوماسيان يوم الخميس، بعد أن توقفت المحادثات."
    ),
  ]

  @Test func otherLanguagesAreKnown() {
    for (tag, text) in Self.foreign {
      #expect(TextLanguage.foreign(text)?.tag == tag)
      #expect(TextLanguage.of(text)?.tag == tag)
    }
  }

  @Test(arguments: [
    "The ministers of Karvelia and Sorenia will meet again on 12 June to sign the treaty, two diplomats said on Thursday.",
    "Talks in Los Angeles, San Jose, El Paso, La Paz, Las Vegas and Santa Fe: el presidente de la Junta de Gobierno will meet the mayors of all of these cities in June.",
    "Die Welt and Der Spiegel said on Monday that the minister would resign; Das Erste, Die Zeit and Le Monde had the news from the ministry.",
    "MEETING OF THE BOARD ON 12 JUNE. VOTE ON 14 JUNE. RESULTS ON 15 JUNE.",
    "Pay April 30. Record April 15. Qtly div 12 cts vs 12 cts prior.",
    "Le Pen, Macron, Mélenchon, Bardella, Attal, Faure, Tondelier, Roussel, Ciotti, Retailleau, Wauquiez, Philippe",
    "Die Sitzung ist am 12. Juni.", "", "12 34 56",
  ]) func whatIsEnglishOrInDoubtIsNotForeign(_ text: String) {
    #expect(TextLanguage.foreign(text) == nil)
  }

  @Test func englishIsKnownToo() {
    #expect(
      TextLanguage.of("The ministers will meet again on 12 June to sign the treaty, it was said.")?.tag
        == "en")
    #expect(TextLanguage.of("Karvelia 3, Sorenia 2, Orvane 1") == nil)
  }

  @Test func whatAPageSaysCountsUnlessItsTextSaysOtherwise() {
    let german = Self.foreign[0].1
    #expect(TextLanguage.tag(ofText: german, said: nil) == "de")
    #expect(TextLanguage.tag(ofText: german, said: "en-US") == "de")
    #expect(TextLanguage.tag(ofText: german, said: "de-AT") == "de-AT")
    #expect(TextLanguage.tag(ofText: "Short.", said: "en-GB") == "en-GB")
  }

  /// A letter counts for its script, and a word of one letter for nothing, wherever the text ends.
  @Test func shortWordsAndLastWordsAreCounted() {
    #expect(TextLanguage.of("a b c d e f g h i j k l m n o") == nil)
    #expect(
      TextLanguage.of("The talks of the two banks will go on in the spring, and so it is said that they are")?
        .tag
        == "en")
    #expect(TextLanguage.foreign("Встреча министров пройдёт в мае") != nil)
  }
}
