/// Huawei Cloud Data Replication Service: its version 3 calls as they are on the wire, and what
/// they mean.
///
/// Facts are from the service's API reference and from what Huawei's own clients accept. Task ids
/// look like UUIDs and are none.
package enum DRS {}
