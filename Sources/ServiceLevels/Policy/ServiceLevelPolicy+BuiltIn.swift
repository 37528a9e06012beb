internal import YAML

extension ServiceLevelPolicy {
    /// What holds where the house has adopted no service level, so that there are deadlines without any set-up.
    ///
    /// The figures are a choice, no law: one hour for what is urgent and one day for the rest, as people who write to
    /// brands in public have come to expect, and ten days for a complaint. Spam and what is neither praise, question nor
    /// complaint is owed no answer. A house with opening hours adopts a calendar and levels of its own.
    package static let standard: ServiceLevelPolicy = {
        do throws(YAMLError) {
            return try ServiceLevelPolicy(yaml: standardText)
        } catch {
            fatalError(error.description)
        }
    }()

    /// Its text, to begin one's own from.
    package static let standardText = """
        name: standard
        version: "1"
        calendar: always
        targets:
          acknowledgement:
            - {when: {polarity: complaint, priority: urgent}, within: 1h, warn: 15m}
            - {when: {polarity: complaint, severity: critical}, within: 1h, warn: 15m}
            - {when: {polarity: complaint, priority: high}, within: 4h, warn: 1h}
            - {when: {polarity: complaint}, within: 24h, warn: 4h}
          first-response:
            - {when: {polarity: [spam, neutral]}, within: none}
            - {when: {priority: urgent}, within: 1h, warn: 15m}
            - {when: {severity: critical}, within: 1h, warn: 15m}
            - {when: {priority: high}, within: 4h, warn: 1h}
            - {within: 24h, warn: 4h}
          next-response:
            - {when: {polarity: spam}, within: none}
            - {when: {priority: urgent}, within: 2h, warn: 30m}
            - {when: {severity: critical}, within: 2h, warn: 30m}
            - {when: {priority: high}, within: 8h, warn: 2h}
            - {within: 24h, warn: 4h}
          resolution:
            - {when: {polarity: complaint, priority: urgent}, within: 24h, warn: 4h}
            - {when: {polarity: complaint, severity: critical}, within: 24h, warn: 4h}
            - {when: {polarity: complaint, priority: high}, within: 72h, warn: 12h}
            - {when: {polarity: complaint}, within: 240h, warn: 24h}
        pauses: [awaiting-customer, snoozed]

        """
}
