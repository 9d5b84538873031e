package import Hummingbird
import NIOCore

/// What a request carries along: its connection, so that a trouble can end it.
package struct SimulatorRequestContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  let channel: any Channel

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }
}
