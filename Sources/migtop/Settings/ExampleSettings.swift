/// What `migtop config init` writes.
enum ExampleSettings {
  /// `config/migtop.example.toml`, word for word: an installed program has no such file beside it.
  static let text = #"""
    # The configuration of migtop. Check it with: migtop config check
    #
    # It is looked for at --config FILE, $MIGTOP_CONFIG, $XDG_CONFIG_HOME/migtop/config.toml and
    # ~/.config/migtop/config.toml: the first that is named is the one.
    # A time is a number with ms, s, m, h or d: "500ms", "5s", "1m30s".

    [poll]
    # Between two readings of the selected and visible jobs. The others follow within the source's
    # budget (calls_per_minute). At least "1s".
    interval = "5s"

    [thresholds]
    # Where a lag is coloured and logged. Neither changes the state of a job.
    lag_warning = "1m"
    lag_critical = "10m"
    # The largest lag at which a job is caught up, and for how long every check must hold before the
    # job is ready for its cut-over.
    cutover_lag = "5s"
    cutover_hold = "5m"
    # What a lag verdict (steady, falling behind, ...) looks back over. At least "15s".
    trend_window = "5m"
    # A job that does not move is called stalled after this long, or later if its steps are slow.
    stall_floor = "60s"

    [display]
    # default, colour-blind or mono
    theme = "default"

    [keys]
    # An action on another key. Press ? in the dashboard for the actions.
    # refresh = "r"

    [views]
    # A filter under a name.
    hot = "state:failed,warning or lag>5m"

    # What to do about errors that only you know goes into remedies.toml beside this file.

    # The sources: one [[source]] for each account, region or instance. Take out what you lack.
    #
    # Secrets are never written here. Say where one is kept:
    #   { env = "NAME" }                     an environment variable
    #   { file = "~/.secrets/name" }         a file that only you can read (chmod 600)
    #   { command = ["pass", "show", "x"] }  a program that prints it; no shell runs it
    # No program that migtop starts sees the variables named here.
    #
    # In paths ~, $NAME and ${NAME} are replaced, and a relative one begins at this file's folder.

    # MongoDB Relational Migrator
    [[source]]
    name = "rm-lab"                         # unique, without / and spaces
    service = "relational-migrator"
    endpoint = "http://127.0.0.1:8278"
    # The Authorization header for a reverse proxy in front of it.
    # authorization = { env = "RM_PROXY_AUTHORIZATION" }

    # Alibaba Cloud DTS, one region
    [[source]]
    name = "dts-hz"
    service = "dts"
    region = "cn-hangzhou"
    access_key_id = { env = "ALIBABA_CLOUD_ACCESS_KEY_ID" }
    access_key_secret = { env = "ALIBABA_CLOUD_ACCESS_KEY_SECRET" }
    # security_token = { file = "~/.secrets/sts" }             # of temporary credentials
    # kinds = ["migration", "sync", "subscribe"]               # each kind is a listing of its own
    # signature = "v3"                                         # or "v1"
    # format = "json"                                          # or "xml"
    # endpoint = "https://dts.cn-hangzhou.aliyuncs.com"        # default: the region's

    # Huawei Cloud DRS, one project of one region
    [[source]]
    name = "drs-bj"
    service = "drs"
    region = "cn-north-4"
    project_id = "0123456789abcdef0123456789abcdef"
    access_key = { env = "HUAWEICLOUD_SDK_AK" }
    secret_key = { env = "HUAWEICLOUD_SDK_SK" }
    # security_token = { env = "HUAWEICLOUD_SDK_SECURITY_TOKEN" }
    # Instead of the keys, a token that is fetched with a password:
    # user = "watcher"
    # domain = "our-domain"
    # password = { command = ["pass", "show", "huawei/watcher"] }
    # iam_endpoint = "https://iam.cn-north-4.myhuaweicloud.com" # default: the region's
    # endpoint = "https://drs.cn-north-4.myhuaweicloud.com"     # default: the region's

    # For a source of any service:
    # jobs = ["24834eb6-91a6-4bb0-bd86-7b4ccd13jb01"]           # only these; default: all
    # calls_per_minute = 60      # defaults: Relational Migrator 120, DTS 120, DRS 60
    # timeout = "10s"            # of one request
    # ca_file = "~/ca.pem"       # one more root certificate; TLS verification cannot be turned off

    """#
}
