package import JSON

/// The person was asked to answer a survey.
package struct SurveyOffered: EventPayload {
    package static var type: EventType { .surveyOffered }

    /// The number of the offer to this person, from 1.
    package var offer: Int64
    package var instrument: SurveyInstrument
    /// The case it was offered for.
    package var `case`: CaseNumber?

    package init(offer: Int64, instrument: SurveyInstrument, case: CaseNumber?) {
        self.offer = offer
        self.instrument = instrument
        self.case = `case`
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("offer", offer)
        writer.field("instrument", instrument)
        writer.field("case", self.case)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        offer = try reader.int64("offer")
        instrument = try reader.enumeration("instrument")
        self.case = try reader.optionalCaseNumber("case")
    }
}

/// Net promoter score, customer satisfaction or customer effort score.
public enum SurveyInstrument: String, CaseIterable, Sendable {
    case nps = "NPS"
    case csat = "CSAT"
    case ces = "CES"
}

/// The person answered an offer; one answer per offer. Their comment is content.
package struct SurveyAnswered: EventPayload {
    package static var type: EventType { .surveyAnswered }

    package var offer: Int64
    package var instrument: SurveyInstrument
    /// The scale.
    package var minimum: Int64
    package var maximum: Int64
    package var score: Int64
    /// The case it was offered for.
    package var `case`: CaseNumber?

    package init(
        offer: Int64, instrument: SurveyInstrument, minimum: Int64, maximum: Int64, score: Int64, case: CaseNumber?
    ) {
        self.offer = offer
        self.instrument = instrument
        self.minimum = minimum
        self.maximum = maximum
        self.score = score
        self.case = `case`
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("offer", offer)
        writer.field("instrument", instrument)
        writer.field("minimum", minimum)
        writer.field("maximum", maximum)
        writer.field("score", score)
        writer.field("case", self.case)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        offer = try reader.int64("offer")
        instrument = try reader.enumeration("instrument")
        minimum = try reader.int64("minimum")
        maximum = try reader.int64("maximum")
        score = try reader.int64("score")
        self.case = try reader.optionalCaseNumber("case")
    }
}

/// Evidence of the person's stance towards the brand (S15). The stance itself is derived, never recorded.
package struct StanceEvidenced: EventPayload {
    package static var type: EventType { .stanceEvidenced }

    package var stance: Stance
    package var kind: EvidenceKind
    /// The event that is the evidence, if any.
    package var event: Position?
    /// The case it came up in.
    package var `case`: CaseNumber?

    package init(stance: Stance, kind: EvidenceKind, event: Position?, case: CaseNumber?) {
        self.stance = stance
        self.kind = kind
        self.event = event
        self.case = `case`
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("stance", stance)
        writer.field("kind", kind)
        writer.field("event", event)
        writer.field("case", self.case)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        stance = try reader.enumeration("stance")
        kind = try reader.enumeration("kind")
        event = try reader.optionalPosition("event")
        self.case = try reader.optionalCaseNumber("case")
    }
}

/// A person's stance towards the brand at a time.
public enum Stance: String, CaseIterable, Sendable { case detractor, passive, promoter, unknown }

/// Kinds of evidence of a stance. Promotion is advocacy towards others; thanks to us are not.
public enum EvidenceKind: String, CaseIterable, Sendable {
    case survey
    case publicRecommendation = "public-recommendation"
    case unsolicitedPraise = "unsolicited-praise"
    case thanks
    case newComplaint = "new-complaint"
}
