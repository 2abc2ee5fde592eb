import TimelineLanguage

extension Network {
  /// The network's part of a model file, in numbers with a fixed point.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for number in shape.numbers { bytes.append(number: UInt32(number)) }
    bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
    for block in NetworkShape.Block.allCases {
      let values = values(block)
      for value in values {
        if block.isWide {
          bytes.append(number: UInt32(bitPattern: Int32(max(-2e9, min(2e9, value.rounded())))))
        } else {
          bytes.append(number: UInt16(bitPattern: Int16(max(-32767, min(32767, value.rounded())))))
        }
      }
      bytes += [UInt8](repeating: 0, count: (64 - bytes.count % 64) % 64)
    }
    return bytes
  }

  private func values(_ block: NetworkShape.Block) -> [Float] {
    switch block {
    case .words: scaled(words, FixedPoint.vector)
    case .clusters: scaled(clusters, FixedPoint.vector)
    case .endings: scaled(suffixes, FixedPoint.vector)
    case .beginnings: scaled(prefixes, FixedPoint.vector)
    case .shapes: scaled(shapes, FixedPoint.vector)
    case .tagVectors: scaled(tagVectors, FixedPoint.vector)
    case .inputLayer: laid(inputs, FixedPoint.inputWeight)
    case .inputBias: inputBias.flatMap { scaled($0, FixedPoint.sum) }
    case .forward: laid([recurrent[0]], FixedPoint.stateWeight)
    case .backward: laid([recurrent[1]], FixedPoint.stateWeight)
    case .tagLayer: laid([tagOut], FixedPoint.stateWeight)
    case .tagBias: scaled(tagBias, FixedPoint.sum)
    case .roleLayer: laid([roles], FixedPoint.stateWeight)
    case .absent: scaled(absent, FixedPoint.hidden)
    case .labels: scaled(labels, FixedPoint.hidden)
    case .hiddenBias: scaled(hiddenBias, FixedPoint.hidden)
    case .outLayer: laid([out], FixedPoint.outWeight)
    case .outBias: scaled(outBias, FixedPoint.score)
    }
  }

  private func scaled(_ block: Parameters, _ bits: Float) -> [Float] {
    let unit = Self.power(bits)
    return (0..<block.rows * block.columns).map { block.values[$0] * unit }
  }

  /// Layers side by side, in the order that the product reads.
  private func laid(_ blocks: [Parameters], _ bits: Float) -> [Float] {
    let unit = Self.power(bits)
    let rows = blocks[0].rows
    var result = [Float](repeating: 0, count: blocks.reduce(0) { $0 + $1.rows * $1.columns })
    var first = 0
    for block in blocks {
      for row in 0..<rows {
        for column in 0..<block.columns {
          result[FixedPoint.place(input: row, output: first + column, inputs: rows)] =
            block.values[row * block.columns + column] * unit
        }
      }
      first += block.columns
    }
    return result
  }

  private static func power(_ bits: Float) -> Float { Float(1 << Int(bits)) }
}
