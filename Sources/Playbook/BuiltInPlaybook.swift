/// The playbooks that come with the program, embedded in it.
package enum BuiltInPlaybook: String, CaseIterable, Hashable, Sendable {
    /// The protocol of a community manager: what a case runs under unless the house adopts another.
    case communityManager = "community-manager"
    /// After the US Air Force's web-posting response assessment (version 2, 2008, in the public domain).
    case webPostingAssessment = "web-posting-assessment"

    /// Its text.
    package var yaml: String {
        switch self {
        case .communityManager: String(decoding: PackageResources.community_manager_yaml, as: UTF8.self)
        case .webPostingAssessment: String(decoding: PackageResources.web_posting_assessment_yaml, as: UTF8.self)
        }
    }

    /// Reads it, once in a process: O(its text) then, O(1) later. A test holds that this doesn't fail for any of them.
    package func playbook() throws(PlaybookError) -> Playbook {
        switch self {
        case .communityManager: try Self.readCommunityManager.get()
        case .webPostingAssessment: try Self.readWebPostingAssessment.get()
        }
    }

    private static let readCommunityManager = read(.communityManager)
    private static let readWebPostingAssessment = read(.webPostingAssessment)

    private static func read(_ playbook: BuiltInPlaybook) -> Result<Playbook, PlaybookError> {
        Result { () throws(PlaybookError) in try Playbook(yaml: playbook.yaml, source: playbook.rawValue) }
    }
}
