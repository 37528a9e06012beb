/// A judgement of one mention: what it is, about what, how sure, and who or what says so.
public struct Label: Hashable, Sendable {
    /// What the mention is.
    public var polarity: Polarity
    /// What a complaint is about; empty unless `polarity` is `.complaint`.
    public var targets: TargetSet
    /// Details in the house's taxonomy, in the order given.
    public var topics: [Topic]
    /// How grave it is, where somebody said so.
    public var severity: Severity?
    /// How sure the judge is, 0 to 1; 1 where nothing was said.
    public var confidence: Double
    /// Who or what judged.
    public var method: ClassificationMethod
    /// The version of the rule set or model, where one judged.
    public var methodVersion: String?

    /// Puts a judgement together.
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
