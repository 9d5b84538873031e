import CNCurses
import DashboardUI
import Testing

@Suite struct DrawingWidthTests {
  @Test func `the width table agrees with the terminal library`() throws {
    try #require(unsafe setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var wrong: [String] = []
    for value in UInt32(0x20)...0x3FFFF {
      guard let scalar = Unicode.Scalar(value), let columns = TextWidth.columns(of: scalar) else {
        continue
      }
      let expected = Int(cnc_width(wchar_t(bitPattern: value)))
      if columns != expected {
        wrong.append("U+\(String(value, radix: 16)) \(columns) \(expected)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }
}
