import Foundation
import Synchronization

/// Whether the user pressed Ctrl-C. Work that takes long looks at it now and then and ends in good order.
enum Interruption {
  static var isAsked: Bool { wasInterrupted.load(ordering: .relaxed) }

  /// From now on the first Ctrl-C only asks; a second one ends the program at once, as without this.
  static func listen() {
    signal(SIGINT, noteInterruption)
  }
}

private let wasInterrupted = Atomic<Bool>(false)

private func noteInterruption(_ number: Int32) {
  wasInterrupted.store(true, ordering: .relaxed)
  signal(SIGINT, SIG_DFL)
}
