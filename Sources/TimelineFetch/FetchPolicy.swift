/// How the web is asked: patiently, politely, and with bounds on everything that comes back.
package struct FetchPolicy: Sendable {
  /// Who asks, as servers and robots.txt see it.
  package var agent = "timeline/0.1 (+claim-tracking article reader)"
  /// The name that robots.txt calls this program by.
  package var robotName = "timeline"
  package var connectSeconds = 15
  /// For a whole answer.
  package var totalSeconds = 60
  /// An answer slower than 100 bytes a second for so long is given up.
  package var stallSeconds = 20
  /// Bytes of an answer, unpacked.
  package var byteLimit = 16 << 20
  package var redirectLimit = 8
  /// Between two requests to one host.
  package var pause = Duration.seconds(1)
  /// Tries after the first where a server is busy or does not answer.
  package var retries = 2
  /// Before the first of these; doubled before each further one.
  package var backOff = Duration.seconds(1)

  /// Which places, by their addresses in figures, are none of the public web.
  package var isPrivate: @Sendable (String) -> Bool = { NetworkAddress.isPrivate($0) }
  /// Where a host is, in figures; nil asks the system.
  package var place: (@Sendable (String) -> String?)?

  package init() {}
}

/// What a server answered.
package struct Fetched: Sendable {
  /// Where the answer came from in the end.
  package var address: String
  /// In small letters, without parameters.
  package var type: String
  package var charset: String?
  package var body: [UInt8]
  /// By which the server tells whether it changed.
  package var condition: FetchCondition
  /// Nothing changed since the last time; there is no body.
  package var isUnchanged: Bool
}

/// What a server said of an answer, to be asked again only for a newer one.
package struct FetchCondition: Hashable, Sendable {
  package var etag: String?
  package var lastModified: String?

  package init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }
}

/// Why an address was not read.
package enum FetchProblem: Error, Hashable, Sendable {
  case noAddress(String)
  /// A redirect, or a page's own word, to what is no public place of the web.
  case privateAddress(String)
  case wrongScheme(String)
  case tooManyRedirects(limit: Int)
  case forbiddenByRobots
  case status(Int)
  case tooLarge(limit: Int)
  case tooSlow(seconds: Int)
  case wrongType(String)
  /// The answer is none of HTTP.
  case noHTTP
  /// What the network says.
  case network(String)
}

extension FetchProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noAddress(let text): "“\(text)” is no address; write one that begins with https:// or http://"
    case .privateAddress(let text): "led to \(text), which is no public place of the web; it is not followed"
    case .wrongScheme(let text): "led to \(text), which is neither http nor https; it is not followed"
    case .tooManyRedirects(let limit):
      "led on more than \(limit) times; open it in a browser and give where it ends"
    case .forbiddenByRobots:
      "the site's robots.txt asks programs not to read this; save the page and add the file"
    case .status(let code):
      switch code {
      case 401, 402, 403: "the server refuses it (\(code)); save the page in a browser and add the file"
      case 404, 410: "there is no such page (\(code)); check the address"
      case 429: "the server is asked too often (429); try again later"
      default: "the server answered \(code); try again later"
      }
    case .tooLarge(let limit): "larger than \(limit >> 20) MB; it is not read"
    case .tooSlow(let seconds): "no whole answer within \(seconds) seconds; try again later"
    case .wrongType(let type): "\(type) is no page, feed or text; give the address of one"
    case .noHTTP: "the answer is no HTTP; check the address and its port"
    case .network(let reason): "cannot be reached: \(reason); check the address and the network"
    }
  }
}
