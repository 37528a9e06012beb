/// Everything a person's own stream says, folded.
package struct PersonState: Hashable, Sendable {
    /// One account of the person.
    package struct Identity: Hashable, Sendable {
        package var key: SourceKey
        package var channel: Channel
        /// The event that identified it; its content has the id and the handle.
        package var position: Position
    }

    package var number: PersonNumber
    package var version: Int64
    package var position: Position
    package var identities: [Identity] = []

    /// The one fold of a person's stream.
    package static func evolve(_ state: inout PersonState?, _ event: Event, _ moment: EventMoment) {
        if case .personIdentified(let identified) = event {
            var person =
                state ?? PersonState(number: identified.person, version: moment.version, position: moment.position)
            person.identities.append(
                Identity(key: identified.identity, channel: identified.channel, position: moment.position))
            state = person
        }
        state?.version = moment.version
        state?.position = moment.position
    }
}
