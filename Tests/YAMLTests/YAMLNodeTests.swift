import Testing
import YAML

@Suite("A YAML document that is read key by key")
struct YAMLNodeTests {
    private func read(_ yaml: String, _ places: YAMLError.Places = .numbered) throws(YAMLError) -> YAMLNode {
        try YAMLNode(yaml, document: "notes", limit: 1000, keys: "a and b", places: places, allowsAnchors: false)
    }

    @Test("an error names the document, the line and the path of the key, by numbers or by names")
    func places() throws {
        let yaml = "a:\n  - {id: x, b: 1}\n  - {id: y, b: 2}\n"
        let numbered = try read(yaml).required("a").entries(atMost: 2)[1].required("b")
        #expect(numbered.error(.missingKey).description == "notes, line 3, key a.2.b: the key is missing")
        let named = try read(yaml, .named).required("a").entries(atMost: 2)[1].required("b")
        #expect(named.error(.missingKey).description == "notes, line 3, a y, b: the key is missing")
        let error = #expect(throws: YAMLError.self) { try read(yaml).required("a").entries(atMost: 1) }
        #expect(error?.description == "notes, line 2, key a: more than 1 entries")
    }

    @Test("null is nothing as a value, and a word as a key")
    func null() throws {
        let root = try read("a: ~\nb:\nnull: x\nc: 'null'\n")
        #expect(root.child("a") == nil)
        #expect(try root.scalar("b") == nil)
        #expect(try root.members().map(\.key.text) == ["a", "b", "null", "c"])
        #expect(try root.scalar("c")?.text == "null")
    }

    @Test("one value stands for a list of one, and values stand at the place of their list")
    func lists() throws {
        let root = try read("a: x\nb: [x, y]\nc: [[x]]\n")
        #expect(try root.values("a").map(\.text) == ["x"])
        #expect(try root.values("b").map(\.text) == ["x", "y"])
        #expect(try root.values("d").isEmpty)
        let error = #expect(throws: YAMLError.self) { try root.values("c") }
        #expect(error?.description == "notes, line 3, key c: the value must be one value")
    }

    @Test(
        "what is no document of keys and values is refused",
        arguments: [
            ("", "notes: the value must be keys and values, a and b among them"),
            ("- a", "notes, line 1: the value must be keys and values, a and b among them"),
            ("a: &x 1", "notes, line 1: anchors and aliases (&name, *name) are not read here; write it out"),
            ("a: 1\na: 2", "notes, line 1: not YAML: the key a stands twice"),
            (String(repeating: "#", count: 1001), "notes: longer than 1000 bytes"),
        ])
    func refusals(yaml: String, description: String) {
        let error = #expect(throws: YAMLError.self) { try read(yaml) }
        #expect(error?.description == description)
    }

    @Test("an unknown key is told with those that are known, and the nearest of them")
    func unknown() throws {
        let error = #expect(throws: YAMLError.self) { try read("versoin: x").allow(["name", "version"]) }
        #expect(
            error?.description == "notes, line 1, key versoin: unknown key, perhaps version; allowed: name, version")
    }
}
