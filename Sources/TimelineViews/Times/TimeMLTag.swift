import TimelineTimes

/// One `TIMEX3` tag with the attributes of TimeML 1.2.1.
struct TimeMLTag {
  var id: String
  var timex: TIMEX3
  /// Whether the value is worked out from another time.
  var isFunction: Bool
  /// `functionInDocument`.
  var role = "NONE"
  /// The tag of the time that it is worked out from.
  var anchor: String?
  /// Where a length of time begins and ends.
  var begin: String?
  var end: String?

  static let closing = "</TIMEX3>"

  var opening: String { "<TIMEX3 \(attributes)>" }

  /// The tag of a time that no words of the text name.
  var empty: String { "<TIMEX3 \(attributes)/>" }

  private var attributes: String {
    let fields: [(String, String?)] = [
      ("tid", id), ("type", timex.type.rawValue), ("value", timex.value), ("mod", timex.mod),
      ("quant", timex.quant), ("freq", timex.freq), ("beginPoint", begin), ("endPoint", end),
      ("temporalFunction", isFunction ? "true" : "false"), ("functionInDocument", role),
      ("anchorTimeID", anchor),
    ]
    return fields.compactMap { name, value in value.map { "\(name)=\"\(XMLText.attribute($0))\"" } }
      .joined(separator: " ")
  }
}
