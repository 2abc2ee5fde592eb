import ArgumentParser
import Timeline
import TimelineArticles
import TimelineLanguage

/// `timeline parse`.
struct ParseCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Sentences with their tags and trees, for work on the rules.",
    discussion: """
      EXAMPLES:
        timeline parse article.txt
        timeline parse --format tree article.txt
        echo "The court will rule on Friday." | timeline parse --format tree -

      Reads plain text and touches no timeline.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case conllu, tree }

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("CoNLL-U with all ten columns, or a small tree.", valueName: "format"))
  var format: Form = .conllu

  @Argument(help: ArgumentHelp("Plain text; - for standard input.", valueName: "file"))
  var files: [String] = []

  func run() throws {
    guard !files.isEmpty else { throw CommandFailure.noFiles }
    var number = 0
    var hasFailed = false
    for file in files {
      do {
        try printSentences(of: try InputFile(file).wholeText(), from: &number)
      } catch let error as InputError {
        hasFailed = true
        Output.message("\(error)")
      }
    }
    if hasFailed { throw ExitCode(2) }
    if number == 0 { throw ExitCode(1) }
  }

  private func printSentences(of text: String, from number: inout Int) throws {
    let document = LanguageCore.english.document(text)
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
