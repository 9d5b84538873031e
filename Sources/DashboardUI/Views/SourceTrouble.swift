import MigrationModel
import MigrationWatch

/// The sources in trouble beside the selected one.
struct SourceTrouble {
  let model: DashboardViewModel
  let sources: [SourceReport]
  let glyphs: Glyphs

  /// With its border.
  func rows(_ columns: Int) -> Int { lines(columns - 4).count + 2 }

  func draw(on canvas: inout Canvas) {
    let inside = canvas.box(title: "other trouble", style: .muted, titleStyle: .title)
    let lines = lines(inside.columns)
    canvas.draw(in: inside) { FactList.draw(lines, on: &$0) }
  }

  private func lines(_ columns: Int) -> [FactList.Line] {
    sources.flatMap { source -> [FactList.Line] in
      let detail = SourceDetail(source, of: model, glyphs)
      let head = FactList.Line(
        text: "\(source.name)   \(detail.health)", style: ShownState(source.state.health).style)
      let texts = [source.state.errorText, "next try \(detail.next)", "to do: \(source.remedy)"]
      return [head]
        + texts.flatMap { Wrapping.lines($0, width: columns - 2) }
        .map { FactList.Line(text: $0, indent: 2) }
    }
  }
}
