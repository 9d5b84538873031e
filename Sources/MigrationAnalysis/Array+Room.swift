extension Array {
  /// Appends without room to spare for more than `most` elements: what ten thousand jobs keep is counted in bytes.
  mutating func append(_ element: Element, most: Int) {
    if count == capacity, count < most { reserveCapacity(Swift.min(most, Swift.max(8, count * 2))) }
    append(element)
  }
}
