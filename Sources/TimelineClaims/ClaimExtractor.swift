package import TimelineDates

/// Finds the dated claims of a text.
package struct ClaimExtractor: Sendable {
  package init() {}

  package func extract(_ text: String, published: DocumentTime) -> Extraction {
    Extraction()
  }
}
