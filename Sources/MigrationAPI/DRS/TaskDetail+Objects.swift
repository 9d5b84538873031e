extension DRS {
  /// A database object that the task copies.
  package struct ObjectInfo: WireObject {
    @Told package var id: String?
    @Told package var parentId: String?
    /// `database`, `table`, `schema` or `view`.
    @Told package var type: String?
    @Told package var name: String?
    @Told package var aliasName: String?
    /// In the example of the document only.
    @Told package var select: Bool?

    private enum CodingKeys: String, CodingKey {
      case id, type, name, select
      case parentId = "parent_id"
      case aliasName = "alias_name"
    }
  }

  /// Filters on the data, at most 10,000.
  package struct DataTransformation: WireObject {
    @Told package var totalCount: Int64?
    @Told package var filterConditions: [FilterCondition]?

    private enum CodingKeys: String, CodingKey {
      case totalCount = "total_count"
      case filterConditions = "filter_conditions"
    }
  }

  /// One filter and the objects that it is for.
  package struct FilterCondition: WireObject {
    @Told package var transformationInfo: TransformationInfo?
    @Told package var configTransformation: ConfigTransformation?
    @Told package var dataTransformationObjectInfos: [TransformationObject]?

    private enum CodingKeys: String, CodingKey {
      case transformationInfo = "transformation_info"
      case configTransformation = "config_transformation"
      case dataTransformationObjectInfos = "data_transformation_object_infos"
    }
  }

  /// An object that a filter is for.
  package struct TransformationObject: WireObject {
    @Told package var id: String?
    @Told package var dataTransformationType: String?
    @Told package var schemaName: String?
    /// In the example of the document only.
    @Told package var dbName: String?
    @Told package var tableName: String?

    private enum CodingKeys: String, CodingKey {
      case id
      case dataTransformationType = "data_transformation_type"
      case schemaName = "schema_name"
      case dbName = "db_name"
      case tableName = "table_name"
    }
  }

  /// A condition in SQL, or the word `config`.
  package struct TransformationInfo: WireObject {
    @Told package var transformationType: String?
    @Told package var value: String?

    private enum CodingKeys: String, CodingKey {
      case value
      case transformationType = "transformation_type"
    }
  }

  /// A filter that needs help from an index.
  package struct ConfigTransformation: WireObject {
    @Told package var dbTableName: String?
    @Told package var dbName: String?
    @Told package var tableName: String?
    @Told package var colNames: String?
    @Told package var primKeyOrIndex: String?
    @Told package var indexs: String?
    @Told package var values: String?

    private enum CodingKeys: String, CodingKey {
      case indexs, values
      case dbTableName = "db_table_name"
      case dbName = "db_name"
      case tableName = "table_name"
      case colNames = "col_names"
      case primKeyOrIndex = "prim_key_or_index"
    }
  }
}
