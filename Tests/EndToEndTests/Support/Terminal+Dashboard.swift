extension Terminal {
  /// Starts the dashboard, and waits until all three sources have told their jobs.
  @discardableResult func startDashboard(_ command: String = "migtop demo") async throws -> Picture
  {
    try await run("\(command); echo \"ended=$?\"")
    return try await picture("jobs of three sources") {
      $0.hasRows && $0.isFromAllSources && $0.contains(text: "23 jobs")
    }
  }

  /// Waits for the shell to tell the exit code.
  func exitCode() async throws -> Int? {
    let picture = try await picture("an exit code") { $0.exitCode != nil }
    return picture.exitCode
  }
}

extension Terminal.Picture {
  private static let ended = "ended="

  var exitCode: Int? {
    lazy.compactMap { line in
      line.hasPrefix(Self.ended) ? Int(line.dropFirst(Self.ended.count)) : nil
    }.first
  }

  /// The line that the pointer stands on.
  var pointer: Int? { firstIndex { $0.hasPrefix("»") } }

  var hasRows: Bool { pointer != nil }

  var isFromAllSources: Bool { jobLines(of: "rm") + jobLines(of: "dts") + jobLines(of: "drs") > 15 }

  /// How many lines of the fleet belong to a service.
  func jobLines(of service: String) -> Int {
    count { line in
      let words = line.split(separator: " ")
      return words.count > 6 && words.dropFirst(2).prefix(3).contains(Substring(service))
    }
  }

  func contains(text: String) -> Bool { contains { $0.contains(text) } }
}
