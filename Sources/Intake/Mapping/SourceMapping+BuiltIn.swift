internal import CaseModel

/// The mappings that come with the program.
extension SourceMapping {
    /// The names of the built-in mappings.
    public static let builtInNames = [supportThreads, labelledMentions, canonical].map(\.name)

    /// The built-in mapping of a name, or nil.
    public static func builtIn(_ name: String) -> SourceMapping? {
        [supportThreads, labelledMentions, canonical].first { $0.name == name }
    }

    /// Customer support on Twitter, both sides, as the "Customer Support on Twitter" collection has it: `tweet_id`,
    /// `author_id`, `inbound`, `created_at`, `text`, `in_response_to_tweet_id`. Our own messages name their brand.
    public static let supportThreads: SourceMapping = {
        var mapping = SourceMapping(
            name: "support-threads", format: .csv,
            columns: [
                .id: "tweet_id", .parent: "in_response_to_tweet_id", .author: "author_id", .text: "text",
                .time: "created_at", .direction: "inbound",
            ])
        mapping.tables.direction = table([("True", .theirs), ("False", .ours)])
        mapping.constants.channel = "twitter"
        mapping.time = TimeRule(form: pattern("%a %b %d %H:%M:%S %z %Y"))
        mapping.numericIDs = ["tweet_id", "in_response_to_tweet_id"]
        mapping.decodesHTML = true
        mapping.brandFrom = .author
        return mapping
    }()

    /// Tweets to brands, labelled by people, as the "Twitter US Airline Sentiment" collection has them: `tweet_id`,
    /// `airline_sentiment` and its confidence, `negativereason`, `airline`, `name`, `text`, `tweet_created`.
    public static let labelledMentions: SourceMapping = {
        var mapping = SourceMapping(
            name: "labelled-mentions", format: .csv,
            columns: [
                .id: "tweet_id", .author: "name", .handle: "name", .brand: "airline", .text: "text",
                .time: "tweet_created", .polarity: "airline_sentiment", .confidence: "airline_sentiment_confidence",
                .topics: "negativereason", .targets: "negativereason",
            ])
        mapping.tables.polarity = table([("negative", .complaint), ("positive", .positive), ("neutral", .neutral)])
        mapping.tables.targets = table(
            [("Customer Service Issue", .brand), ("Flight Attendant Complaints", .brand), ("longlines", .brand)],
            other: .value(.product))
        mapping.constants.channel = "twitter"
        mapping.constants.direction = .theirs
        mapping.constants.kind = .post
        mapping.constants.method = .imported
        mapping.time = TimeRule(form: pattern("%Y-%m-%d %H:%M:%S %z"))
        mapping.numericIDs = ["tweet_id"]
        mapping.decodesHTML = true
        return mapping
    }()

    /// Our own form: one flat JSON object a line, each key named as the field of `SourceMessage` or of its label, with
    /// `time` in RFC 3339. Unknown keys and values of another type reject the line.
    public static let canonical: SourceMapping = {
        let columns = SourceField.allCases.map { ($0, $0.key) }
        var mapping = SourceMapping(
            name: "canonical", format: .ndjson, columns: Dictionary(uniqueKeysWithValues: columns))
        mapping.isStrict = true
        return mapping
    }()

    private static func table<Value>(
        _ meanings: [(word: String, value: Value?)], other: ValueTable<Value>.Other = .rejected
    ) -> ValueTable<Value> {
        guard let table = ValueTable(meanings, other: other) else { preconditionFailure("a word has two meanings") }
        return table
    }

    private static func pattern(_ text: String) -> TimeRule.Form {
        guard let pattern = try? TimePattern(text) else { preconditionFailure("a built-in time pattern is wrong") }
        return .pattern(pattern)
    }
}
