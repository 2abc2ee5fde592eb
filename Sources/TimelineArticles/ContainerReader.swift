/// A file of many articles, read one after the other.
protocol ContainerReader {
  /// The file's name.
  var name: String { get }

  /// The next article as it stands, or why there is none in its place; nil at the end.
  mutating func next() throws(InputError) -> Result<RawArticle, ArticleRefusal>?
}

extension ContainerReader {
  func refusal(_ part: String?, _ problem: ArticleProblem) -> Result<RawArticle, ArticleRefusal> {
    .failure(ArticleRefusal(file: name, part: part, problem: problem))
  }
}
