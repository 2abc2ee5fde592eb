internal import CTimelineNetwork

/// The network's arithmetic: numbers of 16 bits with a fixed point, sums of 32.
public enum FixedPoint {
  /// Bits behind the point.
  public static let vector: Float = 12
  public static let inputWeight: Float = 12
  public static let state: Float = 13
  public static let stateWeight: Float = 11
  /// Of sums before they are bent, and of tags' scores.
  public static let sum: Float = 24
  public static let hidden: Float = 10
  public static let outWeight: Float = 11
  public static let score: Float = 21

  /// The arithmetic with the best instructions that this processor has.
  static let kernels = timelineKernels(timelineInstructions())

  /// The place of a weight in the order that the arithmetic reads: blocks of 16 outputs, in each for every
  /// pair of inputs 16 pairs of weights.
  public static func place(input: Int, output: Int, inputs: Int) -> Int {
    (output / 16) * inputs * 16 + (input / 2) * 32 + (output % 16) * 2 + input % 2
  }

  /// y += x, number by number.
  @inline(__always)
  static func add(_ x: UnsafePointer<Int16>, to y: UnsafeMutablePointer<Int16>, count: Int) {
    var index = 0
    while index < count {
      y[index] = y[index] &+ x[index]
      index &+= 1
    }
  }
}
