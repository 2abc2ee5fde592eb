import CTimelineData

extension EmbeddedBytes {
  private init(_ data: timeline_data) {
    self.init(base: UnsafeRawPointer(data.bytes), count: data.count)
  }

  /// `data/en/orthography.tsv`.
  static var englishOrthography: EmbeddedBytes { EmbeddedBytes(timeline_data_orthography()) }

  /// `data/en/clauses.tsv`.
  static var englishClauses: EmbeddedBytes { EmbeddedBytes(timeline_data_clauses()) }

  /// `data/en/language.model`.
  static var englishModel: EmbeddedBytes { EmbeddedBytes(timeline_data_language_model()) }
}
