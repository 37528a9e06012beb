package import JSON

/// Which policy, in which version, and from when. Its own text is the adopting event's content.
public struct PolicyVersion: Hashable, Sendable {
    /// The policy's name: the house may keep several of a kind.
    public var name: String
    /// The version as the policy itself says it.
    public var version: String
    /// SHA-256 of the policy's text, lower-case hexadecimal.
    public var sha256: String
    /// Cases that open from here on run under it.
    public var effectiveFrom: Timestamp

    /// Names a version of a policy.
    public init(name: String, version: String, sha256: String, effectiveFrom: Timestamp) {
        self.name = name
        self.version = version
        self.sha256 = sha256
        self.effectiveFrom = effectiveFrom
    }
}

/// A version of one of the house's policies came into force. A case keeps the versions it ran under.
package protocol PolicyAdoption: EventPayload {
    /// What was adopted.
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

/// The decision tables that advise what to do next.
package struct PlaybookAdopted: PolicyAdoption {
    package static var type: EventType { .playbookAdopted }

    package var policy: PolicyVersion

    package init(policy: PolicyVersion) { self.policy = policy }
}

/// The hours and days on which the house works.
package struct CalendarAdopted: PolicyAdoption {
    package static var type: EventType { .calendarAdopted }

    package var policy: PolicyVersion

    package init(policy: PolicyVersion) { self.policy = policy }
}

/// How soon what is to be done.
package struct ServiceLevelAdopted: PolicyAdoption {
    package static var type: EventType { .serviceLevelAdopted }

    package var policy: PolicyVersion

    package init(policy: PolicyVersion) { self.policy = policy }
}

/// The topics, causes and other codes of the house.
package struct TaxonomyAdopted: PolicyAdoption {
    package static var type: EventType { .taxonomyAdopted }

    package var policy: PolicyVersion

    package init(policy: PolicyVersion) { self.policy = policy }
}
