internal import CaseModel
package import YAML

extension ServiceLevelPolicy {
    /// Bytes of a policy's text that are taken.
    package static let longest = 1 << 16

    /// Reads a service level:
    ///
    /// ```yaml
    /// name: standard
    /// version: "1"
    /// calendar: oficina
    /// targets:
    ///   first-response:
    ///     - {when: {priority: [urgent, high]}, within: 1h, warn: 15m}
    ///     - {when: {channel: email}, within: 24h}
    ///     - {within: 4h, warn: 1h}
    ///   resolution:
    ///     - {when: {polarity: complaint}, within: 48h, warn: 8h}
    /// pauses: [awaiting-customer, snoozed]
    /// ```
    ///
    /// The clocks are `acknowledgement`, `first-response`, `next-response` and `resolution`; `when` knows `priority`,
    /// `severity`, `channel` and `polarity`, and the first target whose condition holds is the case's. Without targets
    /// (`targets: {}`) the policy is disabled, and `within: none` promises nothing to the cases of one condition.
    ///
    /// - Throws: what is wrong first, with its line and key.
    package init(yaml: String) throws(YAMLError) {
        let root = try YAMLNode(
            yaml, document: "service level", limit: Self.longest, keys: "name and version")
        try root.allow(["name", "version", "calendar", "targets", "pauses"])
        let name: String = try root.required("name").name()
        let version: String = try root.required("version").version()
        let calendar: String = try root.required("calendar").name()
        let section = try root.required("targets")
        try section.allow(ServiceClock.allCases.map(\.rawValue))
        var targets: [ServiceClock: [ServiceTarget]] = [:]
        for clock in ServiceClock.allCases {
            guard let list = section.child(clock.rawValue) else { continue }
            targets[clock] = try list.entries(atMost: 100).map { (entry) throws(YAMLError) in try entry.target() }
        }
        var pauses: Set<PauseReason> = []
        for entry in try root.child("pauses")?.entries(atMost: 10) ?? [] {
            pauses.insert(try entry.choice())
        }
        self.init(name: name, version: version, calendar: calendar, targets: targets, pauses: pauses)
    }
}

extension YAMLNode {
    fileprivate func target() throws(YAMLError) -> ServiceTarget {
        try allow(["when", "within", "warn"])
        let node = try required("within")
        let within = try node.shortText() == "none" ? nil : try node.duration()
        if within?.microseconds == 0 { throw node.error(.wrongShape(expected: "longer than nothing, or none")) }
        let warning = try child("warn")?.duration()
        if let warning, within.map({ warning >= $0 }) ?? true {
            throw error(.init("warn is working time before the deadline, so it is less than within"), key: "warn")
        }
        return ServiceTarget(try condition(), within: within, warnBefore: warning)
    }

    private func duration() throws(YAMLError) -> WorkingDuration {
        let most = WorkingDuration.longest.microseconds / 3_600_000_000
        return try read(
            "hours and minutes, as in 30m, 4h or 1h30m, at most \(most)h (days are written in hours)",
            WorkingDuration.init)
    }

    private func condition() throws(YAMLError) -> ServiceCondition {
        var condition = ServiceCondition()
        guard let when = child("when") else { return condition }
        try when.allow(["priority", "severity", "channel", "polarity"])
        condition.priorities = Set(try when.values("priority") { node throws(YAMLError) in try node.choice() })
        condition.severities = Set(try when.values("severity") { node throws(YAMLError) in try node.choice() })
        condition.polarities = Set(try when.values("polarity") { node throws(YAMLError) in try node.choice() })
        condition.channels = Set(
            try when.values("channel") { node throws(YAMLError) in
                try node.read("a channel's name in lower case, at most 64 bytes") { text in
                    text.utf8.count <= 64 && text == text.lowercased() ? Channel(text) : nil
                }
            })
        return condition
    }

    private func values<Value>(
        _ key: String, _ read: (YAMLNode) throws(YAMLError) -> Value
    ) throws(YAMLError) -> [Value] {
        guard let list = child(key) else { return [] }
        let entries = try list.entries(atMost: 100)
        guard !entries.isEmpty else { throw list.error(.wrongShape(expected: "at least one value")) }
        return try entries.map(read)
    }
}
