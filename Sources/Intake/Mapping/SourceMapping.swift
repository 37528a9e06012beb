internal import CaseModel

/// How the columns of a source become messages. Data, written in YAML:
///
/// ```yaml
/// format: csv                  # csv, tsv or ndjson
/// delimiter: ";"               # of csv, if it is no comma
/// columns:                     # our field: the source's column; id, author, text and time are needed
///   id: Message Id
///   parent: In Reply To        # also: handle, name, reach, link, version
///   sequence: Nr               # an integer: which of two messages of the same time came first on their channel
///   author: Account
///   text: Body
///   time: Created
///   direction: Inbound         # theirs, ours
///   brand: Page
///   channel: Network
///   visibility: Access         # public, private
///   kind: Type                 # post, reply, review, direct, repost; else reply where there is a parent, or post
///   language: Lang             # a BCP 47 tag
///   polarity: Sentiment        # positive, complaint, question, neutral, spam
///   targets: Reason            # product, brand, both; one column may serve two fields
///   topics: Reason
///   severity: Priority         # low, medium, high, critical
///   confidence: Score          # 0 to 1
///   method: Source             # import, model, human, rule
///   methodVersion: Model
/// values:                      # the source's words and ours, capitals aside; an empty value says nothing
///   direction: {"true": theirs, "false": ours}
///   targets: {Staff: brand, Queue: brand, default: product}   # default: every other word; without it: rejected
/// constants: {channel: twitter, method: import}               # where no column, or an empty field, says it
/// listSeparator: ","           # where targets or topics hold several in one field of CSV
/// time:
///   format: "%d/%m/%Y %H:%M"   # a pattern as of strptime, or iso8601 (the default), unix, unix-ms
///   zone: Europe/Madrid        # for times without an offset: an IANA name, UTC or ±hh:mm
/// numericIDs: [In Reply To]    # columns whose ids a program wrote as decimals: 3.0 is 3; 1.2E+17 is rejected as ever
/// idsAsWritten: [Message Id]   # columns whose ids are whole though they look like damaged numbers: 1712345678.000200
/// nobody: [Gast]               # names of authors that name nobody, beside the usual ones (`A Google user`, `[deleted]`);
///                              # {only: [Gast]} in their place, {only: []} for none
/// decodeHTML: true             # &amp; in texts is &
/// brandFrom: author            # our own messages speak for the brand of this name: author, handle or name
/// # order: oldest-first        # or newest-first, instead of `sequence`: the rows stand in that order, which says what came
///                              # first of two rows of one file that carry the same time, and nothing of two files
/// strict: true                 # of ndjson: unknown keys and values of other types reject the record
/// ```
public struct SourceMapping: Hashable, Sendable {
    /// What people call it.
    public let name: String
    /// How the source's bytes are divided.
    public let format: SourceFormat

    var columns: [SourceField: String]
    var tables = Tables()
    var constants = Constants()
    var listSeparator: UInt8?
    var time = TimeRule(form: .iso8601)
    var numericIDs: Set<String> = []
    var nobody = NobodyNames.usual
    var idsAsWritten: Set<String> = []
    var decodesHTML = false
    var brandFrom: SourceField?
    var isStrict = false
    /// The order in which the rows of a file stand, where the mapping declares one.
    public internal(set) var order: RowOrder?

    init(name: String, format: SourceFormat, columns: [SourceField: String]) {
        self.name = name
        self.format = format
        self.columns = columns
    }

    /// The order in which a file's rows stand.
    public enum RowOrder: String, CaseIterable, Sendable {
        case oldestFirst = "oldest-first"
        case newestFirst = "newest-first"
    }

    /// The translation of each field that has words of its own.
    struct Tables: Hashable, Sendable {
        var direction = ValueTable<Direction>()
        var brand = ValueTable<String>()
        var channel = ValueTable<String>()
        var visibility = ValueTable<Visibility>()
        var kind = ValueTable<MentionKind>()
        var language = ValueTable<String>()
        var polarity = ValueTable<Polarity>()
        var targets = ValueTable<TargetSet>()
        var topics = ValueTable<String>()
        var severity = ValueTable<Severity>()
        var method = ValueTable<ClassificationMethod>()
    }

    /// What holds where a record says nothing.
    struct Constants: Hashable, Sendable {
        var direction: Direction?
        var brand: String?
        var channel: String?
        var visibility: Visibility?
        var kind: MentionKind?
        var language: String?
        var polarity: Polarity?
        var targets: TargetSet?
        var severity: Severity?
        var method: ClassificationMethod?
        var methodVersion: String?
    }
}
