import MigrationModel
import MigrationWatch

/// Texts of options that several commands take, with one line for what is wrong with them.
enum OptionText {
  static func duration(
    _ text: String, of option: String, atLeast least: Duration = .zero
  ) throws(CommandFailure) -> Duration {
    guard let duration = DurationText.parse(text), duration >= least else {
      let bound = least > .zero ? " of at least \(Wording.limit(least))" : ""
      throw CommandFailure(
        "\(option) \(text): is not a time\(bound); write 5s, 2m or 1h30m",
        code: CommandFailure.usage)
    }
    return duration
  }

  /// - Parameter advice: What else may stand there.
  static func filter(
    _ text: String, of option: String, advice: String = ""
  ) throws(CommandFailure) -> FilterExpression {
    do throws(FilterError) {
      return try FilterExpression(parsing: text)
    } catch {
      throw CommandFailure(
        "\(option): column \(error.column + 1) of \"\(text)\": \(error.message)\(advice)",
        code: CommandFailure.usage)
    }
  }
}
