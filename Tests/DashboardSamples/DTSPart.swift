import MigrationModel

/// The kinds of steps that DTS has, under the names that it sends.
struct DTSPart {
  let code: String?
  let name: String
  let label: String
  let phase: Phase
  var half: Step.Half?

  static let precheck = DTSPart(code: "01", name: "预检查", label: "Precheck", phase: .precheck)
  static let schema = DTSPart(
    code: "02", name: "dts.step.struct.load", label: "Schema", phase: .schema)
  static let data = DTSPart(
    code: "03", name: "dts.step.data.load", label: "Full data", phase: .full)
  static let capture = DTSPart(
    code: nil, name: "增量数据服务", label: "Incremental capture", phase: .incremental,
    half: .reading)
  static let write = DTSPart(
    code: "07", name: "同步", label: "Incremental write", phase: .incremental, half: .writing)
  static let verification = DTSPart(
    code: nil, name: "一致性校验", label: "Verification", phase: .verifying)
}
