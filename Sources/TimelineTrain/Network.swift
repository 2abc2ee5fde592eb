import TimelineLanguage

/// The trained numbers: vectors of words and their parts, a recurrent layer in both directions (a
/// long short-term memory whose input gate is coupled to the forget gate), a layer that gives tags, and
/// the parser's hidden and last layer.
final class Network {
  let shape: NetworkShape
  let words: Parameters
  let clusters: Parameters
  let suffixes: Parameters
  let prefixes: Parameters
  let shapes: Parameters
  let tagVectors: Parameters
  let inputs: [Parameters]
  let inputBias: [Parameters]
  let recurrent: [Parameters]
  let tagOut: Parameters
  let tagBias: Parameters
  let roles: Parameters
  /// What stands at a role where no word does.
  let absent: Parameters
  let labels: Parameters
  let hiddenBias: Parameters
  let out: Parameters
  let outBias: Parameters

  init(_ shape: NetworkShape, seed: UInt64) {
    self.shape = shape
    var random = SplitMix(state: seed)
    func table(_ rows: Int, _ columns: Int, _ scale: Float) -> Parameters {
      Parameters(rows: rows, columns: columns, scale: scale, isSparse: true, &random)
    }
    func layer(_ rows: Int, _ columns: Int) -> Parameters {
      Parameters(
        rows: rows, columns: columns, scale: (6 / Float(rows + columns)).squareRoot(), isSparse: false,
        &random)
    }
    func bias(_ columns: Int) -> Parameters {
      Parameters(rows: 1, columns: columns, scale: 0, isSparse: false, &random)
    }
    words = table(shape.words, shape.input, 0.2)
    clusters = table(Lexicon.mostClusters, shape.input, 0.2)
    suffixes = table(1 << shape.affixBits, shape.input, 0.1)
    prefixes = table(1 << shape.affixBits, shape.input, 0.1)
    shapes = table(1 << NetworkShape.shapeBits, shape.input, 0.1)
    tagVectors = table(shape.tags, shape.input, 0.2)
    inputs = (0..<2).map { _ in layer(shape.input, 3 * shape.state) }
    inputBias = (0..<2).map { _ in bias(3 * shape.state) }
    recurrent = (0..<2).map { _ in layer(shape.state, 3 * shape.state) }
    tagOut = layer(2 * shape.state, shape.tags)
    tagBias = bias(shape.tags)
    roles = layer(2 * shape.state, NetworkShape.roles * shape.hidden)
    absent = bias(NetworkShape.roles * shape.hidden)
    labels = table(ParserLabels.count * NetworkShape.labelValues, shape.hidden, 0.05)
    hiddenBias = bias(shape.hidden)
    out = layer(shape.hidden, shape.classes)
    outBias = bias(shape.classes)
    for bias in inputBias { for index in 0..<shape.state { bias.values[index] = 1 } }
  }

  var all: [Parameters] {
    [words, clusters, suffixes, prefixes, shapes, tagVectors] + inputs + inputBias + recurrent
      + [tagOut, tagBias, roles, absent, labels, hiddenBias, out, outBias]
  }
}
