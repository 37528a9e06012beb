/// Decides linking two persons who turned out to be one, and undoing it. Pure. Both streams record it; nothing is
/// rewritten, so undoing restores exactly what was there.
package enum LinkDecider {
    /// From now on `other` is known as `person`.
    ///
    /// - Parameter lineage: the persons that `person` is known as, from the first to the last.
    package static func link(
        _ other: PersonState, to person: PersonState, lineage: [PersonNumber], basis: LinkBasis, reason: String?,
        _ context: CommandContext
    ) throws(Refusal) -> [Decision] {
        guard other.number != person.number else {
            throw Refusal(.samePerson, nil, "a person is not linked with themselves; name two persons")
        }
        for state in [other, person] where state.isNobody {
            throw Refusal(
                .nobodyKnown, nil,
                "person \(state.number) is nobody known: the name under their message names nobody, so nothing shows whose "
                    + "it is; link persons that are known by an account")
        }
        if let known = other.knownAs {
            throw Refusal(
                .alreadyLinked, nil,
                known.person == person.number
                    ? "person \(other.number) is known as person \(person.number) already; there is nothing to record"
                    : "person \(other.number) is known as person \(known.person) already; "
                        + "link person \(known.person), or take that link back first")
        }
        guard !lineage.contains(other.number) else {
            throw Refusal(
                .linkCircle, nil,
                "person \(person.number) is known as person \(other.number) already; the two are one as it is")
        }
        return both(
            person, other, .identityLinked(IdentityLinked(person: person.number, other: other.number, basis: basis)),
            reason, context)
    }

    /// `other` is a person of their own again.
    ///
    /// - Parameter merges: merges between cases of the two, which must be undone first.
    package static func unlink(
        _ other: PersonState, from person: PersonState, merges: [CasesMerged], reason: String?,
        _ context: CommandContext
    ) throws(Refusal) -> [Decision] {
        guard other.knownAs?.person == person.number else {
            throw Refusal(
                .notLinked, nil,
                "person \(other.number) is not linked to person \(person.number); "
                    + "`cmcase person show \(other.number)` says who they are known as")
        }
        if let first = merges.first {
            let named: String = merges.prefix(5).map { "case \($0.from) in case \($0.into)" }.joined(separator: ", ")
            let more: String = merges.count > 5 ? " and \(merges.count - 5) more" : ""
            throw Refusal(
                .mergedAcross, first.from,
                "cases of the two go on in each other: \(named)\(more); take these merges back first")
        }
        return both(
            person, other, .identityUnlinked(IdentityUnlinked(person: person.number, other: other.number)), reason,
            context)
    }

    private static func both(
        _ person: PersonState, _ other: PersonState, _ event: Event, _ reason: String?, _ context: CommandContext
    ) -> [Decision] {
        let content = Content(note: reason, override: context.override)
        return [person, other].map { state in
            Decision(
                .person(state.number), event, at: context.at, content: content,
                owner: state.number, rule: context.rule)
        }
    }
}
