import Foundation

/// A configuration file for one simulation, with the DTS secret in a file of its own.
struct Configuration {
  let folder: TemporaryFolder
  let path: String

  init(for ready: Simulation.Ready, interval: String = "1s") throws {
    folder = try TemporaryFolder()
    let secret = try folder.write("demo-access-key-secret\n", as: "secret")
    let text = Self.text(ready, interval: interval, secret: secret)
    path = try folder.write(text, as: "config.toml")
  }

  func setSecret(_ secret: String) throws { try folder.write(secret, as: "secret") }

  private static func text(
    _ ready: Simulation.Ready, interval: String, secret: String
  ) -> String {
    """
    [poll]
    interval = "\(interval)"

    [[source]]
    name = "rm-demo"
    service = "relational-migrator"
    endpoint = "\(ready.rm)"

    [[source]]
    name = "dts-demo"
    service = "dts"
    region = "cn-hangzhou"
    endpoint = "\(ready.dts)"
    access_key_id = { command = ["printf", "%s", "demo-access-key-id"] }
    access_key_secret = { file = "\(secret)" }

    [[source]]
    name = "drs-demo"
    service = "drs"
    region = "cn-north-4"
    project_id = "0123456789abcdef0123456789abcdef"
    endpoint = "\(ready.drs)"
    iam_endpoint = "\(ready.iam)"
    user = "demo-user"
    domain = "demo-domain"
    password = { command = ["printf", "%s", "demo-password"] }
    """
  }
}
