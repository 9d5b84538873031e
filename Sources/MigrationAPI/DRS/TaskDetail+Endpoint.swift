extension DRS {
  /// One end of a task.
  ///
  /// Never decoded: `db_password` and everything that begins with `ssl_cert_`.
  package struct Endpoint: WireObject {
    @Told package var dbType: String?
    @Told package var azCode: String?
    @Told package var region: String?
    @Told package var instId: String?
    @Told package var vpcId: String?
    @Told package var subnetId: String?
    @Told package var securityGroupId: String?
    @Told package var projectId: String?
    @Told package var dbName: String?
    @Told package var dbPort: Int64?
    @Told package var dbUser: String?
    @Told package var instName: String?
    /// An address, or a list of `address:port` joined by commas (MongoDB, Redis).
    @Told package var ip: String?
    @Told package var mongoHaMode: String?
    @Told package var safeMode: Int64?
    @Told package var sslLink: Bool?
    @Told package var topic: String?
    @Told package var clusterMode: String?
    @Told package var kafkaSecurityConfig: KafkaSecurity?

    private enum CodingKeys: String, CodingKey {
      case region, ip, topic
      case dbType = "db_type"
      case azCode = "az_code"
      case instId = "inst_id"
      case vpcId = "vpc_id"
      case subnetId = "subnet_id"
      case securityGroupId = "security_group_id"
      case projectId = "project_id"
      case dbName = "db_name"
      case dbPort = "db_port"
      case dbUser = "db_user"
      case instName = "inst_name"
      case mongoHaMode = "mongo_ha_mode"
      case safeMode = "safe_mode"
      case sslLink = "ssl_link"
      case clusterMode = "cluster_mode"
      case kafkaSecurityConfig = "kafka_security_config"
    }
  }

  /// How DRS logs in to Kafka.
  ///
  /// Never decoded: the stores themselves and their passwords.
  package struct KafkaSecurity: WireObject {
    @Told package var type: String?
    @Told package var trustStoreKeyName: String?
    @Told package var endpointAlgorithm: String?
    @Told package var saslMechanism: String?
    @Told package var delegationTokens: Bool?
    @Told package var enableKeyStore: Bool?
    @Told package var keyStoreKeyName: String?
    @Told package var setPrivateKeyPassword: Bool?

    private enum CodingKeys: String, CodingKey {
      case type
      case trustStoreKeyName = "trust_store_key_name"
      case endpointAlgorithm = "endpoint_algorithm"
      case saslMechanism = "sasl_mechanism"
      case delegationTokens = "delegation_tokens"
      case enableKeyStore = "enable_key_store"
      case keyStoreKeyName = "key_store_key_name"
      case setPrivateKeyPassword = "set_private_key_password"
    }
  }

  /// The database in which the target keeps its own objects.
  package struct RootDatabase: WireObject {
    @Told package var dbName: String?
    @Told package var dbEncoding: String?

    private enum CodingKeys: String, CodingKey {
      case dbName = "db_name"
      case dbEncoding = "db_encoding"
    }
  }
}
