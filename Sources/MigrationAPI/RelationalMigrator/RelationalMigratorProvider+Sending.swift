import MigrationModel

extension RelationalMigratorProvider {
  /// Sends one request below `/api/v1/`, with the header for a proxy if there is one.
  ///
  /// - Parameter query: Percent-encoded.
  func get(
    _ path: String, query: String = "", name: String
  ) async throws(ProviderError) -> (HTTPCall, HTTPReply) {
    var call = HTTPCall(
      name: "GET \(name)", method: .get, base: configuration.base, path: "/api/v1/\(path)",
      query: query, headers: [HTTPCall.Header("Accept", "application/json")],
      timeout: configuration.timeout)
    if let secret = try await currentAuthorization() {
      call.headers.append(HTTPCall.Header("Authorization", secret.value))
    }
    do throws(ProviderError) {
      var reply = try await send(call)
      reply.arrivedAt = now()
      record.learn(from: reply, now: now())
      // A proxy's words for a service that does not answer.
      if (502...504).contains(reply.status) { version.serviceWasAway() }
      return (call, reply)
    } catch {
      version.serviceWasAway()
      throw error
    }
  }

  /// Sends a call once more where its connection ended without an answer.
  private func send(_ call: HTTPCall) async throws(ProviderError) -> HTTPReply {
    record.willSend()
    do throws(ProviderError) {
      return try await transport.send(call)
    } catch {
      guard error.isCut else { throw error }
      record.willSend()
      return try await transport.send(call)
    }
  }
}
