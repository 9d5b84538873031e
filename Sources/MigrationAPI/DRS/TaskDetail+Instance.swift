extension DRS {
  /// The replication instance that does the work.
  package struct Instance: WireObject {
    @Told package var engineType: String?
    @Told package var instType: String?
    @Told package var ip: String?
    /// May be masked by the service.
    @Told package var publicIP: String?
    /// Milliseconds since 1970 of a planned start; 0 for none.
    @Told package var startTime: Int64?
    @Told package var status: String?
    /// Gigabytes.
    @Told package var volumeSize: Int64?

    private enum CodingKeys: String, CodingKey {
      case ip, status
      case engineType = "engine_type"
      case instType = "inst_type"
      case publicIP = "public_ip"
      case startTime = "start_time"
      case volumeSize = "volume_size"
    }
  }

  /// A limit between two times of a day.
  package struct SpeedLimit: WireObject {
    @Told package var begin: String?
    @Told package var end: String?
    @Told package var isUTC: Bool?
    /// Megabytes a second.
    @Told package var speed: String?

    private enum CodingKeys: String, CodingKey {
      case begin, end, speed
      case isUTC = "is_utc"
    }
  }

  /// When DRS itself tells people that a task is late.
  package struct AlarmNotification: WireObject {
    @Told package var subscriptions: [Subscription]?
    @Told package var topicName: String?
    /// Seconds, like the other two.
    @Told package var delayTime: Int64?
    @Told package var rtoDelay: Int64?
    @Told package var rpoDelay: Int64?
    @Told package var alarmToUser: Bool?

    private enum CodingKeys: String, CodingKey {
      case subscriptions
      case topicName = "topic_name"
      case delayTime = "delay_time"
      case rtoDelay = "rto_delay"
      case rpoDelay = "rpo_delay"
      case alarmToUser = "alarm_to_user"
    }
  }

  /// Who is told, by `sms` or by `email`.
  package struct Subscription: WireObject {
    @Told package var endpoints: [String]?
    @Told package var kind: String?

    private enum CodingKeys: String, CodingKey {
      case endpoints
      case kind = "protocol"
    }
  }

  /// Billing by month or year.
  package struct PeriodOrder: WireObject {
    @Told package var status: String?
    @Told package var orderId: String?
    /// 0 by month or year, 1 by use.
    @Told package var chargingMode: Int64?
    /// 2 for months, 3 for years.
    @Told package var periodType: Int64?
    @Told package var periodNum: Int64?
    @Told package var isAutoRenew: Int64?
    /// RFC 3339, like the next.
    @Told package var effTime: String?
    @Told package var expTime: String?

    private enum CodingKeys: String, CodingKey {
      case status
      case orderId = "order_id"
      case chargingMode = "charging_mode"
      case periodType = "period_type"
      case periodNum = "period_num"
      case isAutoRenew = "is_auto_renew"
      case effTime = "eff_time"
      case expTime = "exp_time"
    }
  }

  /// An address bound to the task; `type` is `master` or `slave`.
  package struct PublicIP: WireObject {
    @Told package var id: String?
    @Told package var publicIP: String?
    @Told package var type: String?

    private enum CodingKeys: String, CodingKey {
      case id, type
      case publicIP = "public_ip"
    }
  }

  /// A child by id and name; its status is in the listing only.
  package struct ChildTask: WireObject {
    @Told package var id: String?
    @Told package var name: String?

    private enum CodingKeys: String, CodingKey {
      case id, name
    }
  }
}
