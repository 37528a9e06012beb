import JSON
import Testing

@Suite("JSONError")
struct JSONErrorTests {
    @Test("the description says what and where")
    func description() {
        #expect(JSONError(code: .malformed, offset: 12).description == "JSON, byte 12: not well-formed JSON")
        #expect(
            JSONError(code: .missingField, offset: 3, field: "at").description
                == "JSON, field \"at\", byte 3: the field is missing")
    }

    @Test(
        "no error shows what stands in the text",
        arguments: ["{\"María\":1,\"María\":2}", "[\"María\" María]", "{\"María\":\"\\q\"}"])
    func showsNoContent(text: String) {
        do throws(JSONError) {
            _ = try JSONValue.parse(Array(text.utf8))
            Issue.record("the text was read")
        } catch {
            #expect(!error.description.contains("Mar"))
            #expect(error.field == nil)
        }
    }
}
