import Foundation
import Glibc
import Testing

@Suite("log --follow")
struct FollowTests {
    /// A named pipe that a program prints into, read line by line.
    private final class Pipe {
        let path: String
        private let descriptor: Int32
        private var bytes: [UInt8] = []

        init(_ path: String) throws {
            self.path = path
            guard mkfifo(path, 0o600) == 0 else { throw POSIXError(.EIO) }
            descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
            guard descriptor >= 0 else { throw POSIXError(.EIO) }
        }

        deinit { close(descriptor) }

        /// The next line; nil when none came in a minute.
        func line() -> String? {
            while true {
                if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                    defer { bytes.removeFirst(end + 1) }
                    return String(decoding: bytes[..<end], as: UTF8.self)
                }
                var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                guard poll(&wait, 1, 60_000) == 1 else { return nil }
                var buffer = [UInt8](repeating: 0, count: 4096)
                let count: Int = read(descriptor, &buffer, buffer.count)
                guard count > 0 else { return nil }
                bytes += buffer[..<count]
            }
        }
    }

    private func type(_ line: String?) throws -> String? {
        let object = try JSONSerialization.jsonObject(with: Data(try #require(line).utf8)) as? [String: Any]
        return object?["type"] as? String
    }

    @Test("what another process records is printed as it comes, until interrupted")
    func follow() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1), to: "1.ndjson")
        try place.write(Line.theirs(2), to: "2.ndjson")
        try place.done("import", "1.ndjson")
        let pipe = try Pipe(place.path("pipe"))
        let running = try Program.start(
            Program.path, ["log", "--follow", "--json", "--after", "0", "--type", "MentionCaptured"],
            Program.Circumstances(folder: place.folder, terminal: pipe.path))
        #expect(try type(pipe.line()) == "MentionCaptured")
        #expect(!running.hasEnded)
        try place.done("import", "2.ndjson")
        #expect(try type(pipe.line()) == "MentionCaptured")
        kill(running.process, SIGINT)
        #expect(running.ending().signal == SIGINT)
    }

    @Test("it ends when nobody reads any more what it prints, though nothing more is recorded")
    func closed() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1), to: "1.ndjson")
        try place.done("import", "1.ndjson")
        // One line and no further one, which would end it by SIGPIPE; `timeout` says 124 where it went on for ever.
        let ending = try place.shell(
            "(timeout 60 cmcase log --follow --after 0 --type CaseOpened || echo $? >&2) | head -n 1")
        #expect(ending.lines.count == 1)
        #expect(ending.errors == "")
    }

    @Test("a limit ends it, and what looks back is refused")
    func limit() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1), to: "1.ndjson")
        try place.done("import", "1.ndjson")
        let lines = try place.run("log", "--follow", "--after", "0", "--limit", "2").lines
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("#1 ") == true)
        let refused = try place.run("log", "--follow", "--newest")
        #expect(refused.code == 2)
        #expect(refused.errors.contains("leave out --newest"))
    }
}
