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

    /// Reads it. A test holds that this doesn't fail for any of them.
    package func playbook() throws(PlaybookError) -> Playbook { try Playbook(yaml: yaml, source: rawValue) }
}
