extension RelationalMigrator {
  enum JobStatus: String, ServiceWord {
    case notStarted = "NOT_STARTED"
    case running = "RUNNING"
    case cleaningUp = "CLEANING_UP"
    case completed = "COMPLETED"
    case cancelling = "CANCELLING"
    case cancelled = "CANCELLED"
    case paused = "PAUSED"
    case failed = "FAILED"
  }

  enum CDCStatus: String, ServiceWord {
    case notStarted = "NOT_STARTED"
    case running = "RUNNING"
    /// The user asked to end the replication; what has been read is still written.
    case completing = "COMPLETING"
    case completed = "COMPLETED"
    case cancelled = "CANCELLED"
    case paused = "PAUSED"
    case failed = "FAILED"
  }

  enum Mode: String, ServiceWord {
    case snapshot = "SNAPSHOT"
    case cdc = "CDC"
    case incremental = "INCREMENTAL"
    /// Until 1.13: replication without a snapshot before it.
    case cdcOnly = "CDC_ONLY"
  }

  enum VerificationStatus: String, ServiceWord {
    case verifying = "VERIFYING"
    case verified = "VERIFIED"
    /// Source and target differ.
    case failed = "FAILED"
    /// The verifier itself broke.
    case aborted = "ABORTED"
    case cancelling = "CANCELLING"
    case cancelled = "CANCELLED"
  }

  /// No list of words is published; these are Kafka Connect's. Others may pass by themselves.
  enum ConnectorStatus: String, ServiceWord {
    case running = "RUNNING"
    case paused = "PAUSED"
    case failed = "FAILED"
  }

  /// What the migrator does with a record that it cannot write.
  enum ErrorHandling: String, ServiceWord {
    case fail = "FAIL"
    case warn = "WARN"
    case skip = "SKIP"
  }

  enum JMXStatus: String, ServiceWord {
    /// The only word that a document shows; any other means that the statistics stand still.
    case available = "AVAILABLE"
  }

  enum EventType: String, ServiceWord {
    case info = "INFO"
    case warning = "WARNING"
    case error = "ERROR"
    /// In 1.6.
    case setupError = "DB_SETUP_ERROR"
  }
}
