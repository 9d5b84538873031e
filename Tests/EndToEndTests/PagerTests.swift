import Foundation
import Testing
import migtop

@MainActor @Suite(.timeLimit(.minutes(3))) struct PagerTests {
  @Test func `a pager gets the whole text, and nothing of the environment but what it is given`()
    async throws
  {
    let folder = try TemporaryFolder()
    let pager = Pager(environment: [
      "PAGER": "env >\(folder.path("env")); cat >\(folder.path("text"))", "PATH": "/usr/bin:/bin",
    ])
    let text = String(repeating: "订单 \u{1B}[31m x\n", count: 100_000)
    #expect(await pager.show(text) == nil)
    #expect(folder.text(of: "text") == text)
    let names = folder.text(of: "env").split(separator: "\n").compactMap { line in
      line.split(separator: "=").first
    }
    #expect(Set(names).isSubset(of: ["PAGER", "PATH", "PWD", "OLDPWD", "SHLVL", "_"]))
  }

  @Test func `a pager can be ended by signals, though Dispatch blocks them here`() async throws {
    let folder = try TemporaryFolder()
    let pager = Pager(environment: [
      "PAGER": "grep -E 'Sig(Blk|Ign)' /proc/self/status >\(folder.path("signals"))",
      "PATH": "/usr/bin:/bin",
    ])
    #expect(await pager.show("") == nil)
    let masks = folder.text(of: "signals").split(separator: "\n").map {
      UInt64($0.suffix(16), radix: 16)
    }
    // The library's own signals, from 32 on, are none of ours.
    #expect(masks.count == 2 && masks.allSatisfy { $0.map { $0 & 0x7FFF_FFFF } == 0 })
  }

  @Test func `a pager that is still open is ended with the dashboard`() async throws {
    let folder = try TemporaryFolder()
    try "echo $$ >\(folder.path("open"))\nexec sleep 60\n".write(
      toFile: folder.path("pager"), atomically: true, encoding: .utf8)
    let pager = Pager(environment: [
      "PAGER": "sh \(folder.path("pager"))", "PATH": "/usr/bin:/bin",
    ])
    async let end = pager.show("text")
    let child = try await eventually("an open pager") {
      pid_t(folder.text(of: "open").filter(\.isNumber))
    }
    pager.stop()
    #expect(await end == nil)
    #expect(kill(child, 0) == -1 && errno == ESRCH)
  }

  @Test func `a text shorter than the screen stays until the user has read it`() async throws {
    let folder = try TemporaryFolder()
    let pager = Pager(environment: [
      "PAGER": "printf %s \"$LESS\" >\(folder.path("less"))", "PATH": "/usr/bin:/bin",
      "LESS": "-FRX",
    ])
    #expect(await pager.show("text") == nil)
    #expect(folder.text(of: "less") == "-FRX -+F")
  }

  @Test(arguments: ["no-such-pager --colour", "/etc/passwd"])
  func `a pager that cannot be run is named`(command: String) async {
    let pager = Pager(environment: ["PAGER": command + " 2>/dev/null"])
    let trouble = await pager.show("text")
    #expect(trouble?.contains(command) == true && trouble?.contains("PAGER") == true)
  }
}
