package import YAML

/// The playbooks embedded in the program.
package enum BuiltInPlaybook: String, CaseIterable, Hashable, Sendable {
    /// The default: the protocol of a community manager.
    case communityManager = "community-manager"
    /// After the US Air Force's web-posting response assessment (version 2, 2008, in the public domain).
    case webPostingAssessment = "web-posting-assessment"

    package var yaml: String {
        switch self {
        case .communityManager: String(decoding: PackageResources.community_manager_yaml, as: UTF8.self)
        case .webPostingAssessment: String(decoding: PackageResources.web_posting_assessment_yaml, as: UTF8.self)
        }
    }

    /// Parses it, once per process. Does not fail for any of them, as a test asserts.
    package func playbook() throws(YAMLError) -> Playbook {
        switch self {
        case .communityManager: try Self.readCommunityManager.get()
        case .webPostingAssessment: try Self.readWebPostingAssessment.get()
        }
    }

    private static let readCommunityManager = read(.communityManager)
    private static let readWebPostingAssessment = read(.webPostingAssessment)

    private static func read(_ playbook: BuiltInPlaybook) -> Result<Playbook, YAMLError> {
        Result { () throws(YAMLError) in try Playbook(yaml: playbook.yaml, source: playbook.rawValue) }
    }
}
