/// What the messages so far come to when they are imported.
struct Tally: CustomStringConvertible {
    var mentions = 0
    var labels = 0
    var replies = 0
    var persons = 0
    var cases = 0

    var rows: Int { mentions + replies }
    var events: Int { mentions + labels + replies + persons + cases }

    var description: String {
        "\(rows) rows: \(mentions) mentions, \(labels) of them labelled, \(replies) replies, by \(persons) persons in "
            + "\(cases) cases; \(events) events, and one for the import"
    }
}
