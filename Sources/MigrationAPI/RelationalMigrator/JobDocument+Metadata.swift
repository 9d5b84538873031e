extension RelationalMigrator {
  /// Why the job failed; absent, or `null` in every field, where it has not.
  package struct FailureError: WireObject {
    @Told package var errorType: String?
    @Told package var message: String?
    @Told package var failureAt: String?
    /// The job failed before it moved any data.
    @Told package var setupError: Bool?
    /// From 1.18.
    @Told package var failedLocation: String?
    @Told package var failedLocationType: String?
  }

  /// What the migrator keeps beside the job, above all its comparison of the data.
  package struct Metadata: WireObject {
    @Told package var telemetryUserId: String?
    @Told package var verification: VerificationMetadata?
    /// Until 1.15.
    @Told package var verificationRequested: Bool?
    /// Until 1.15, now in ``verification``.
    @Told package var verificationStatus: String?
  }

  /// The comparison, from 1.16; without a status it has not begun.
  package struct VerificationMetadata: WireObject {
    /// Percent.
    @Told package var samplePercentage: Double?
    @Told package var isEmbeddedMode: Bool?
    @Told package var status: String?
  }
}
