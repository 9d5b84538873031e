import Foundation
import MigrationAPI
import MigrationModel
import Testing

@Suite struct `DTS answers in XML` {
  static func text(_ xml: String) throws -> String {
    let json = try #require(XMLNode.json(fromXML: Array(xml.utf8)))
    return try #require(
      try JSONDecoder().decode([String: String].self, from: Data(json))["ErrMsg"])
  }

  @Test(arguments: [
    ("a &lt;b&gt; &amp; c", "a <b> & c"), ("&#36801;&#x79FB; ok", "迁移 ok"),
    ("  spaces\n", "  spaces\n"), ("<![CDATA[a < b & c]]>", "a < b & c"), ("", ""),
    ("x &quot; y &apos; z", "x \" y ' z"),
  ])
  func `a text keeps its signs and spaces`(xml: String, text: String) throws {
    #expect(try Self.text("<R><ErrMsg>\(xml)</ErrMsg></R>") == text)
  }

  @Test(arguments: ["true", "True", "TRUE"])
  func `a text is a Boolean`(word: String) async throws {
    let provider = try DTSFixture.provider(
      StubTransport(.xml("<R><Success>\(word)</Success><DtsJobList/></R>")))
    #expect(try await provider.list(after: nil).jobs.isEmpty)
  }

  /// Ten entities, each ten times the one before it, are ten thousand million letters.
  static let bomb: String = {
    let entities = (1...9).map { number in
      let parts = String(repeating: "&e\(number - 1);", count: 10)
      return "<!ENTITY e\(number) \"\(parts)\">"
    }
    return #"<?xml version="1.0"?><!DOCTYPE R [<!ENTITY e0 "ha">"# + entities.joined()
      + "]><R><ErrMsg>&e9;</ErrMsg><DtsJobList>&e9;</DtsJobList></R>"
  }()

  @Test(arguments: [
    bomb, "<!-- a --> \n" + bomb, "\u{FEFF}" + bomb,
    #"<!DOCTYPE R [<!ENTITY x SYSTEM "file:///etc/passwd">]><R><ErrMsg>&x;</ErrMsg></R>"#,
    "<!DOCTYPE html><html><body/></html>", "+ADw-R/>", "<", "<?xml", "<!--",
  ])
  func `a document with definitions of its own is refused unread`(xml: String) {
    #expect(XMLNode.json(fromXML: Array(xml.utf8)) == nil)
  }

  @Test func `a bomb in place of a list is a malformed answer`() async throws {
    let error = try await `DTS errors`.error(.xml(Self.bomb))
    #expect(error?.kind == .malformed)
  }

  @Test func `elements in elements without end do no harm`() {
    let depth = 20_000
    let xml =
      String(repeating: "<a>", count: depth) + "x" + String(repeating: "</a>", count: depth)
    #expect(XMLNode.json(fromXML: Array(xml.utf8)) == nil)
  }

  @Test(arguments: ["", "<?xml version='1.0' encoding='UTF-8'?>", "\u{FEFF}", "<!-- a -->\n"])
  func `what may stand before the first element may stand there`(start: String) throws {
    #expect(try Self.text(start + "<R><ErrMsg>x</ErrMsg></R>") == "x")
  }

  @Test func `a failure inside a success is a failure in XML too`() async throws {
    let error = try await `DTS errors`.error(
      .xml(
        """
        <R><Success>false</Success><ErrCode>DTS.Msg.OperationDenied.JobStatusModifying</ErrCode>
        <ErrMessage>The job %s is changed.</ErrMessage><DynamicMessage>a</DynamicMessage>
        <HttpStatusCode>400</HttpStatusCode></R>
        """))
    #expect(error?.kind == .rejected)
    #expect(error?.code == "DTS.Msg.OperationDenied.JobStatusModifying")
    #expect(error?.message == "The job a is changed.")
  }
}
