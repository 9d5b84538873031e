/// Which phases a task was asked to go through.
package struct DTSMigrationMode: WireObject, Equatable, Sendable {
  @Told package var structureInitialization: Bool?
  @Told package var dataInitialization: Bool?
  @Told package var dataSynchronization: Bool?
  @Told package var fullDataCheck: Bool?
  @Told package var incDataCheck: Bool?
  @Told package var structureDataCheck: Bool?
  @Told package var timeWindowCheck: Bool?

  enum CodingKeys: String, CodingKey {
    case structureInitialization = "StructureInitialization"
    case dataInitialization = "DataInitialization"
    case dataSynchronization = "DataSynchronization"
    case fullDataCheck = "FullDataCheck"
    case incDataCheck = "IncDataCheck"
    case structureDataCheck = "StructureDataCheck"
    case timeWindowCheck = "TimeWindowCheck"
  }
}
