import MigrationModel

extension String: WireValue {
  /// Reads a string or a number, cleaned. An object, an array or a Boolean is not text.
  package init?(wire decoder: any Decoder) {
    guard let container = try? decoder.singleValueContainer() else { return nil }
    if let text = try? container.decode(String.self) {
      self = ServiceText.clean(text)
    } else if let number = Int64(wire: decoder) {
      self = String(number)
    } else if (try? container.decode(Bool.self)) == nil,
      let number = try? container.decode(Double.self)
    {
      self = String(number)
    } else {
      return nil
    }
  }
}

extension Int64: WireValue {
  /// Reads a whole number or a string of one: the services send both for the same field.
  package init?(wire decoder: any Decoder) {
    guard let container = try? decoder.singleValueContainer() else { return nil }
    if (try? container.decode(Bool.self)) != nil, (try? container.decode(Int64.self)) == nil {
      return nil
    }
    if let number = try? container.decode(Int64.self) {
      self = number
    } else if let number = try? container.decode(Double.self) {
      guard let whole = Int64(exactly: number) else { return nil }
      self = whole
    } else if let text = try? container.decode(String.self), let number = Int64(text.trimmed) {
      self = number
    } else {
      return nil
    }
  }
}

extension Double: WireValue {
  /// Reads a finite number or a string of one.
  package init?(wire decoder: any Decoder) {
    guard let container = try? decoder.singleValueContainer() else { return nil }
    let number: Double
    if let value = try? container.decode(Double.self) {
      number = value
    } else if let text = try? container.decode(String.self), let value = Double(text.trimmed) {
      number = value
    } else {
      return nil
    }
    guard number.isFinite else { return nil }
    self = number
  }
}

extension Double {
  /// The services write `-1` and `-0.00` for what they do not know.
  var unlessNegative: Double? { sign == .minus ? nil : self }
}

extension Bool: WireValue {
  /// Reads a Boolean or its name in any case. A number is not a Boolean.
  package init?(wire decoder: any Decoder) {
    guard let container = try? decoder.singleValueContainer() else { return nil }
    if let value = try? container.decode(Bool.self) {
      self = value
    } else {
      switch (try? container.decode(String.self))?.trimmed.lowercased() {
      case "true": self = true
      case "false": self = false
      default: return nil
      }
    }
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// `nil` if nothing but white space is there: the services send `""` for what they do not know.
  var nonEmpty: String? {
    let text = trimmed
    return text.isEmpty ? nil : text
  }
}
