import MigrationModel

import struct FoundationEssentials.Date

extension DTSProvider {
  /// Makes one call, and once more if the connection was cut or only its nonce or its date refused.
  func perform<Value: DTSAnswer>(
    _ operation: DTSOperation, _ type: Value.Type
  ) async throws(ProviderError) -> Value {
    if let error = refusals.refusal() { throw error }
    var reply = try await sendUncut(operation)
    var failure = failure(of: reply)
    if let date = dateOfSecondTry(after: reply, failure) {
      reply = try await send(operation, at: date)
      failure = self.failure(of: reply)
    }
    if let failure, failure.kind == .unauthorised {
      refusals.failCall(failure)
    } else {
      refusals = DTSRefusals()
    }
    if let failure { throw failure }
    return try reply.value(type)
  }

  /// Counts a refusal of the key.
  private func failure(of reply: DTSReply) -> ProviderError? {
    let failure = reply.failure
    if failure?.kind == .unauthorised { refusals.refuseRequest() }
    return failure
  }

  /// `nil` if a second try is of no use. A refused date is put right by the answer's own clock if
  /// that is another one: the service allows for more than a minute.
  private func dateOfSecondTry(after reply: DTSReply, _ failure: ProviderError?) -> Date? {
    guard let code = failure?.code, refusals.allowAnother else { return nil }
    if DTSErrorCode.isUsedNonce(code) { return record.clock.time(at: now()) }
    guard DTSErrorCode.isRefusedDate(code) else { return nil }
    var clock = ServiceClock()
    clock.learn(from: reply.reply, now: now())
    let date = clock.time(at: now())
    return abs(date.timeIntervalSince(reply.signedAt)) > 60 ? date : nil
  }

  private func sendUncut(_ operation: DTSOperation) async throws(ProviderError) -> DTSReply {
    do throws(ProviderError) {
      return try await send(operation, at: record.clock.time(at: now()))
    } catch {
      guard error.isCut else { throw error }
      return try await send(operation, at: record.clock.time(at: now()))
    }
  }

  private func send(
    _ operation: DTSOperation, at date: Date
  ) async throws(ProviderError) -> DTSReply {
    let credentials = try await currentCredentials()
    let text = DTSErrorText(credentials)
    let call = configuration.call(operation, credentials: credentials, at: date, nonce: nonce())
    record.willSend()
    do throws(ProviderError) {
      var reply = try await transport.send(call)
      reply.arrivedAt = now()
      record.learn(from: reply, now: now())
      return DTSReply(reply, to: call, signedAt: date, text: text)
    } catch {
      throw text.shown(error)
    }
  }
}
