extension RelationalMigratorService {
  /// `GET /info`.
  var information: Document {
    [
      "build": [
        "artifact": "migrator", "name": "MongoDB Relational Migrator",
        "time": "2026-06-24T08:15:21.000Z", "version": .text(version.build),
        "group": "com.mongodb.migrator",
      ],
      "buildStatus": [
        "latest": true, "enabled": true, "latestReleaseVersion": .text(version.build),
      ],
      "telemetry": ["enabled": false],
      "credentials": ["isCredentialsStoreValid": true],
      "news": ["enabled": false],
      "featureFlags": [:],
      "deployment": ["type": "LOCAL", "environment": "PROD"],
    ]
  }

  /// `GET /actuator/health`.
  static let health: Document = [
    "status": "UP", "groups": ["liveness", "readiness"],
    "components": [
      "diskSpace": [
        "status": "UP",
        "details": ["total": 214_748_364_800, "free": 96_636_764_160, "threshold": 10_485_760],
      ],
      "livenessState": ["status": "UP"], "ping": ["status": "UP"],
      "readinessState": ["status": "UP"], "ssl": ["status": "UP"],
    ],
  ]
}
