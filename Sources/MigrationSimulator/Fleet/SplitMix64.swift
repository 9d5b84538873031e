/// Steele, Lea and Flood's generator: small, fast, and the same on every machine.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A generator for one purpose of one job, so that no job's numbers depend on another's.
  init(seed: UInt64, index: Int, purpose: Purpose) {
    var mixer = SplitMix64(seed: seed)
    let first = mixer.next() ^ UInt64(truncatingIfNeeded: index) &* 0xD6E8_FEB8_6659_FD93
    self.init(seed: first &+ purpose.rawValue &* 0xA076_1D64_78BD_642F)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// 0 or more, below 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  enum Purpose: UInt64 {
    case identity, story, endpoint, request, token
  }
}

extension SplitMix64 {
  /// Noise between -1 and 1 that has a new value every `period` and is smooth between them.
  static func noise(seed: UInt64, at time: Double, period: Double) -> Double {
    let position = time / period
    let step = position.rounded(.down)
    let part = position - step
    let value = { (step: Double) -> Double in
      var generator = SplitMix64(seed: seed ^ UInt64(bitPattern: Int64(step)))
      return generator.unit() * 2 - 1
    }
    let smooth = part * part * (3 - 2 * part)
    return value(step) * (1 - smooth) + value(step + 1) * smooth
  }
}
