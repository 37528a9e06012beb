package import CaseModel
internal import Playbook

extension CaseDesk {
    /// Adopts a playbook: what advises the cases that open from a time on.
    ///
    /// - Parameter source: what people call the text, for messages: a file or a built-in name.
    /// - Throws: `DeskError.input` where the text can't be read, or the checker found something against it.
    package func adoptPlaybook(
        _ text: String, source: String, effectiveFrom: Timestamp? = nil, by actor: Actor,
        key: String? = nil
    ) throws -> AdoptionReceipt {
        let playbook: Playbook
        do { playbook = try Playbook(yaml: text, source: source) } catch {
            throw DeskError.input("\(error); nothing was adopted")
        }
        let findings: [Finding] = PlaybookCheck(playbook).findings
        if let first = findings.first {
            throw DeskError.input(
                "playbook \(source) is not adopted: \(findings.count == 1 ? "a problem" : "\(findings.count) problems"), "
                    + "\(first.sentence(in: playbook)); `cmcase playbook check` shows all there is")
        }
        return try adopt(
            .playbook, name: playbook.name, version: playbook.version, text: text, effectiveFrom: effectiveFrom,
            by: actor, key: key)
    }
}
