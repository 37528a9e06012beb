package import JSON

/// A version of a policy. Its text is the adopting event's content.
public struct PolicyVersion: Hashable, Sendable {
    /// The policy's name; several of a kind may be in use.
    public var name: String
    /// The version that the policy states.
    public var version: String
    /// SHA-256 of the policy's text, lower-case hexadecimal.
    public var sha256: String
    /// Applies to cases opened from this time on.
    public var effectiveFrom: Timestamp

    /// Creates a version.
    public init(name: String, version: String, sha256: String, effectiveFrom: Timestamp) {
        self.name = name
        self.version = version
        self.sha256 = sha256
        self.effectiveFrom = effectiveFrom
    }
}

/// The payload of an event that adopts a policy. A case keeps the versions in force when it was opened.
package protocol PolicyAdoption: EventPayload {
    var policy: PolicyVersion { get }
    init(policy: PolicyVersion)
}

extension PolicyAdoption {
    package func encode(to writer: inout JSONWriter) {
        writer.field("name", policy.name)
        writer.field("version", policy.version)
        writer.field("sha256", policy.sha256)
        writer.field("effectiveFrom", policy.effectiveFrom)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        self.init(
            policy: PolicyVersion(
                name: try reader.string("name"),
                version: try reader.string("version"),
                sha256: try reader.string("sha256"),
                effectiveFrom: try reader.timestamp("effectiveFrom")))
    }
}

/// A playbook (decision tables for advice) was adopted.
package struct PlaybookAdopted: PolicyAdoption {
    package static var type: EventType { .playbookAdopted }

    package var policy: PolicyVersion

    package init(policy: PolicyVersion) { self.policy = policy }
}

/// A calendar (working hours and holidays) was adopted.
package struct CalendarAdopted: PolicyAdoption {
    package static var type: EventType { .calendarAdopted }

    package var policy: PolicyVersion

    package init(policy: PolicyVersion) { self.policy = policy }
}

/// Service levels (targets for response and resolution times) were adopted.
package struct ServiceLevelAdopted: PolicyAdoption {
    package static var type: EventType { .serviceLevelAdopted }

    package var policy: PolicyVersion

    package init(policy: PolicyVersion) { self.policy = policy }
}

/// A taxonomy (topics, causes and other codes) was adopted.
package struct TaxonomyAdopted: PolicyAdoption {
    package static var type: EventType { .taxonomyAdopted }

    package var policy: PolicyVersion

    package init(policy: PolicyVersion) { self.policy = policy }
}
