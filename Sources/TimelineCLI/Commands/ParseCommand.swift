import ArgumentParser
import Timeline
import TimelineArticles
import TimelineLanguage

/// `timeline parse`.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Sentences with their tags and trees, for work on the rules.",
    discussion: """
      EXAMPLES:
        timeline parse article.txt
        echo "The court will rule on Friday." | timeline parse --format tree -
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case conllu, tree }

  @OptionGroup var globals: GlobalOptions

  @Option(name: .shortAndLong, help: "CoNLL-U with all ten columns, or a small tree.")
  var format: Format = .conllu

  @Argument(help: ArgumentHelp("Plain text; - for standard input.", valueName: "file"))
  var files: [String] = []

  func run() throws {
    guard !files.isEmpty else { throw CommandFailure.noFiles }
    var number = 0
    for name in files {
      let document = LanguageCore.english.document(try InputFile(name).wholeText())
      for sentence in document.sentences {
        let parsed = LanguageCore.english.parse(sentence, in: document)
        number += 1
        switch format {
        case .conllu: try Output.standard.write(parsed.conllu(number: number))
        case .tree: try Output.standard.write(parsed.tree() + "\n")
        }
      }
    }
  }
}
