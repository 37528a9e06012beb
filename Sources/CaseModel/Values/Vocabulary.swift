/// Whether a message is by somebody about the brand, or by us.
public enum Direction: String, CaseIterable, Sendable { case theirs, ours }

/// Who can read a message.
public enum Visibility: String, CaseIterable, Sendable {
    case isPublic = "public"
    case isPrivate = "private"
}

/// The form of a mention.
public enum MentionKind: String, CaseIterable, Sendable { case post, reply, review, direct, repost }

/// The kind of a mention (S2).
public enum Polarity: String, CaseIterable, Sendable { case positive, complaint, question, neutral, spam }

/// What a complaint is about (S6). A complaint has at least one.
public enum Target: String, CaseIterable, Sendable { case product, brand }

/// How grave a complaint is.
public enum Severity: String, CaseIterable, Sendable { case low, medium, high, critical }

/// Who or what classified a mention.
public enum ClassificationMethod: String, CaseIterable, Sendable { case human, rule, model, imported = "import" }
