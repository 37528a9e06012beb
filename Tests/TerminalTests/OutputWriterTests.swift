import Foundation
import Glibc
import Terminal
import Testing

@Suite("Output writer")
struct OutputWriterTests {
    private static let hasFullDevice: Bool = access("/dev/full", W_OK) == 0

    /// A file of the test's own, open for writing, and what stands in it.
    private func withFile(_ body: (Int32, () -> String) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "cmcase-output-\(UUID().uuidString)")
        let file: Int32 = open(url.path(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        try #require(file >= 0)
        defer {
            close(file)
            try? FileManager.default.removeItem(at: url)
        }
        try body(file) { (try? String(contentsOf: url, encoding: .utf8)) ?? "" }
    }

    @Test("lines are gathered, and written when they are many or somebody waits")
    func gathering() throws {
        try withFile { file, text in
            var writer = OutputWriter(fileDescriptor: file, isPrompt: false)
            writer.append(line: "one")
            #expect(text() == "")
            writer.flush()
            #expect(text() == "one\n")
            writer.append(line: String(repeating: "x", count: 70_000))
            #expect(text().utf8.count == 70_005)
            #expect(writer.failure == nil)
        }
        try withFile { file, text in
            var writer = OutputWriter(fileDescriptor: file, isPrompt: true)
            writer.append(line: "one")
            #expect(text() == "one\n")
        }
    }

    @Test("a device without room is told, and nothing is written after it", .enabled(if: hasFullDevice))
    func full() throws {
        let full: Int32 = open("/dev/full", O_WRONLY | O_CLOEXEC)
        try #require(full >= 0)
        defer { close(full) }
        var writer = OutputWriter(fileDescriptor: full, isPrompt: false)
        writer.append(line: "one")
        #expect(writer.failure == nil)
        writer.flush()
        #expect(writer.failure == .noRoom)
        try withFile { file, text in
            #expect(dup2(file, full) == full)
            writer.append(line: "two")
            writer.flush()
            #expect(text() == "")
        }
        #expect(writer.failure == .noRoom)
    }

    @Test("all bytes get through a pipe that takes none for a while")
    func pieces() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        for end in ends { #expect(fcntl(end, F_SETFL, O_NONBLOCK) == 0) }
        let bytes: [UInt8] = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let (reading, writing) = (ends[0], ends[1])
        Thread.detachNewThread {
            try? OutputWriter.write(bytes, to: writing)
            close(writing)
        }
        var found: [UInt8] = []
        while true {
            var ready = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
            _ = poll(&ready, 1, -1)
            var piece = [UInt8](repeating: 0, count: 4_096)
            let count: Int = read(reading, &piece, piece.count)
            if count > 0 { found += piece[..<count] } else { break }
        }
        close(reading)
        #expect(found == bytes)
    }

    @Test("an error is told by what it means for whoever reads")
    func meanings() {
        #expect(OutputError(code: EPIPE) == .readerGone)
        #expect(OutputError(code: ENOSPC) == .noRoom)
        #expect(OutputError(code: EDQUOT) == .noRoom)
        #expect(OutputError(code: EBADF) == .notOpen)
        #expect("\(OutputError(code: EIO))" == "input/output error (error 5)")
    }
}
