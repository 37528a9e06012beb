/// A classification of one mention: what it is, about what, how sure, and by whom.
public struct Label: Hashable, Sendable {
    /// What the mention is.
    public var polarity: Polarity
    /// What a complaint is about; empty unless `polarity` is `.complaint`.
    public var targets: TargetSet
    /// Details from the adopted taxonomy, in the order given.
    public var topics: [Topic]
    /// How grave it is, if stated.
    public var severity: Severity?
    /// 0 to 1; 1 if not stated.
    public var confidence: Double
    /// Who or what classified it.
    public var method: ClassificationMethod
    /// The version of the rule set or model.
    public var methodVersion: String?

    /// Creates a label.
    public init(
        polarity: Polarity, targets: TargetSet = [], topics: [Topic] = [], severity: Severity? = nil,
        confidence: Double = 1, method: ClassificationMethod, methodVersion: String? = nil
    ) {
        self.polarity = polarity
        self.targets = targets
        self.topics = topics
        self.severity = severity
        self.confidence = confidence
        self.method = method
        self.methodVersion = methodVersion
    }
}
