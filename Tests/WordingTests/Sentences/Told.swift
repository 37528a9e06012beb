import Basics
import CaseModel
import Terminal
import Testing
import Wording

/// An event, and how it is told in each language.
struct Told: Sendable, CustomTestStringConvertible {
    let event: Event
    let english: String
    let spanish: String

    init(_ event: Event, en english: String, es spanish: String) {
        self.event = event
        self.english = english
        self.spanish = spanish
    }

    var testDescription: String { "\(event.type.rawValue): \(english)" }

    static let all: [Told] = messages + work + handling + ends + persons + book

    func sentence(_ language: Language) -> String {
        EventSentence(event: event, times: TimePrinter(zone: .utc), language: language).text
    }

    static let key = SourceKey(high: 1, low: 2)
    /// 2026-03-02 10:15:00 UTC
    static let time = Timestamp(microseconds: 1_772_446_500_000_000)
}
