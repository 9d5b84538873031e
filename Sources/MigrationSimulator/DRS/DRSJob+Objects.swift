extension DRSJob {
  /// What the task copies, and how it is tagged.
  var content: Document {
    [
      "object_infos": objects, "data_transformation": useType == .sync ? filters : nil,
      "target_root_db": target.engine == "gaussdbv5"
        ? ["db_name": .text(target.database), "db_encoding": "UTF8"] : nil,
      // Pairs by the table of the document, one object of all tags by its example.
      "tags": useType == .migration
        ? [["env": "demo", "team": "dba"]] : [["key": "env", "value": "demo"]],
    ]
  }

  /// `select` stands in the example of the document only.
  private var objects: Document {
    let name = source.database
    return [
      ["id": .text(name), "type": "database", "name": .text(name), "select": "true"],
      [
        "id": .text("\(name)-*-*-table01"), "type": "table", "name": "table01",
        "parent_id": .text(name), "alias_name": "table01_new", "select": "true",
      ],
    ]
  }

  private var filters: Document {
    [
      "total_count": 1,
      "filter_conditions": [
        [
          "data_transformation_object_infos": [
            [
              "id": .text("\(source.database)-*-*-table01-*-*---conditionFilter--"),
              "db_name": .text(source.database), "table_name": "table01",
              "data_transformation_type": "contentConditionalFilter",
            ]
          ],
          "transformation_info": [
            "transformation_type": "contentConditionalFilter", "value": "id > 0",
          ],
        ]
      ],
    ]
  }
}

extension DatabaseSeat {
  /// With the secrets that the service really does send, and that no client may keep.
  func endpoint(isTarget: Bool) -> Document {
    let isSet = ["mongodb", "dds", "redis"].contains(engine)
    let head: Document = [
      "db_type": .text(engine),
      // A list of members, port and all, where the engine is a cluster.
      "ip": .text(isSet ? "\(host):\(port),\(host):\(port + 1)" : host),
      "db_port": .number(port), "db_user": "drs", "db_password": "demo-endpoint-password",
      "db_name": .text(database), "region": .text(DRSFleet.region),
      "project_id": .text(DRSFleet.project), "az_code": "\(DRSFleet.region)a",
      "mongo_ha_mode": engine == "mongodb" ? "ReplicaSet" : nil,
      "cluster_mode": engine == "mongodb" ? "Sharding4.0+" : nil,
      "safe_mode": engine == "kafka" ? 1 : nil, "topic": engine == "kafka" ? "drs_topic" : nil,
      "kafka_security_config": engine == "kafka" ? kafkaSecurity : nil,
    ]
    let instance: Document = [
      "inst_id": .text(instanceID), "inst_name": .text("\(database)-target"),
      "vpc_id": "0ff8df7b-f0e9-4b16-ac16-1db3dacb69e4",
      "subnet_id": "f857d371-2f03-4622-85f6-2b7d42d0d82c",
    ]
    return head + encryption + (isTarget ? instance : .object([]))
  }

  var instanceID: String {
    "\(HexDigest.sha256("\(host):\(port)".utf8).prefix(32))in01"
  }

  private var encryption: Document {
    guard ["oracle", "kafka"].contains(engine) else { return ["ssl_link": false] }
    return [
      "ssl_link": true, "ssl_cert_name": "demo.p12", "ssl_cert_key": "demo-secret-certificate",
      "ssl_cert_password": "demo-secret-certificate-password",
      "ssl_cert_check_sum": "demo-secret-check-sum",
    ]
  }

  private var kafkaSecurity: Document {
    [
      "type": "SASL_SSL", "sasl_mechanism": "SCRAM-SHA-512", "endpoint_algorithm": "",
      "delegation_tokens": false, "trust_store_key_name": "trust.jks",
      "trust_store_key": "demo-secret-trust-store",
      "trust_store_password": "demo-secret-trust-store-password", "enable_key_store": true,
      "key_store_key_name": "key.jks", "key_store_key": "demo-secret-key-store",
      "key_store_password": "demo-secret-key-store-password", "set_private_key_password": true,
      "key_password": "demo-secret-private-key-password",
    ]
  }
}
