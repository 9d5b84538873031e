import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore

/// One answer, as a client gets it.
struct Answer {
  let status: Int
  let headers: HTTPFields
  let body: [UInt8]

  init(_ response: TestResponse) {
    status = response.status.code
    headers = response.headers
    body = Array(response.body.readableBytesView)
  }

  var text: String { String(decoding: body, as: UTF8.self) }

  func json() throws -> JSONValue { try JSONDecoder().decode(JSONValue.self, from: Data(body)) }
}
