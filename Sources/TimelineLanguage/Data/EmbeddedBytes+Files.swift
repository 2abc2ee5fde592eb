import CTimelineData

extension EmbeddedBytes {
  private init(_ data: timeline_data) {
    self.init(base: UnsafeRawPointer(data.bytes), count: data.count)
  }

  /// `data/en/language.model`.
  static var englishModel: EmbeddedBytes { EmbeddedBytes(timeline_data_language_model()) }
}
