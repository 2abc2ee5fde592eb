/// The sizes of the network, at the head of its part of the model: seven UInt32.
public struct NetworkShape: Sendable {
  /// Of a word's vector; a multiple of 8.
  public var input: Int
  /// Of the recurrent layer in each direction; a multiple of 16.
  public var state: Int
  /// Of the parser's hidden layer; a multiple of 16.
  public var hidden: Int
  /// Words with a vector of their own, and one for all others.
  public var words: Int
  /// Columns of the layer that gives tags and of that which gives transitions; multiples of 16.
  public var tags: Int
  public var classes: Int
  /// Rows of the tables of endings and of beginnings, as a power of two.
  public var affixBits: Int

  public init(input: Int, state: Int, hidden: Int, words: Int, tags: Int, classes: Int, affixBits: Int) {
    self.input = input
    self.state = state
    self.hidden = hidden
    self.words = words
    self.tags = tags
    self.classes = classes
    self.affixBits = affixBits
  }

  init?(_ bytes: EmbeddedBytes) {
    let numbers = (0..<7).map { Int(bytes.integer(at: $0 * 4, as: UInt32.self)) }
    input = numbers[0]
    state = numbers[1]
    hidden = numbers[2]
    words = numbers[3]
    tags = numbers[4]
    classes = numbers[5]
    affixBits = numbers[6]
    guard input > 0, input % 8 == 0, state > 0, state % 16 == 0, hidden > 0, hidden % 32 == 0, words > 0,
      tags > 0, tags % 16 == 0, classes > 0, classes % 16 == 0, (1...16).contains(affixBits)
    else { return nil }
  }

  public var numbers: [Int] { [input, state, hidden, words, tags, classes, affixBits] }

  public static let shapeBits = 9
  /// Places of the parser's state whose words it sees: the stack's three uppermost, the buffer's first.
  public static let roles = 4
  /// Values that each of ``ParserLabels`` can have.
  public static let labelValues = 64

  /// The blocks of numbers in the order of the file, each with its count. They are 16 bits wide, but for
  /// the three biases, which are 32 bits wide.
  public enum Block: Int, CaseIterable {
    case words, clusters, endings, beginnings, shapes, tagVectors
    case inputLayer, inputBias, forward, backward, tagLayer, tagBias
    case roleLayer, absent, labels, hiddenBias, outLayer, outBias

    public var isWide: Bool { self == .inputBias || self == .tagBias || self == .outBias }
  }

  public func count(_ block: Block) -> Int {
    switch block {
    case .words: words * input
    case .clusters: Lexicon.mostClusters * input
    case .endings, .beginnings: input << affixBits
    case .shapes: input << Self.shapeBits
    case .tagVectors: tags * input
    case .inputLayer: input * 6 * state
    case .inputBias: 6 * state
    case .forward, .backward: state * 3 * state
    case .tagLayer: 2 * state * tags
    case .tagBias: tags
    case .roleLayer: 2 * state * Self.roles * hidden
    case .absent: Self.roles * hidden
    case .labels: ParserLabels.count * Self.labelValues * hidden
    case .hiddenBias: hidden
    case .outLayer: hidden * classes
    case .outBias: classes
    }
  }
}
