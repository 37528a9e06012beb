import Projections
import Testing

@Suite("SearchExpression")
struct SearchExpressionTests {
    @Test(
        "what was typed becomes quoted terms and nothing else",
        arguments: [
            ("late delivery", #""late" "delivery""#),
            (#""late delivery" refund*"#, #""late delivery" "refund"*"#),
            (#""late deliv"*"#, #""late deliv"*"#),
            ("«tarde otra vez» envío", #""tarde otra vez" "envío""#),
            (#"never closed "one two"#, #""never" "closed" "one two""#),
            ("tw-10425 @ana #roto", ##""tw-10425" "@ana" "#roto""##),
            ("a AND b OR NOT c NEAR(d, 2)", #""a" "AND" "b" "OR" "NOT" "c" "NEAR(d," "2)""#),
            ("text:x ^y z'); --", #""text:x" "^y" "z');""#),
            ("  \t\n", ""), ("!!! * \" \"", ""), ("nul\0here", #""nul here""#),
        ])
    func quoted(_ typed: String, _ match: String) {
        #expect(SearchExpression(typed).match == match)
        #expect(SearchExpression(typed).isEmpty == match.isEmpty)
    }

    @Test("more terms than FTS5 takes are cut, and it says so")
    func many() {
        let all = SearchExpression(String(repeating: "w ", count: 64))
        #expect(all.terms.count == 64 && !all.isCut)
        let cut = SearchExpression(String(repeating: "w ", count: 5_000))
        #expect(cut.terms.count == 64 && cut.isCut)
    }
}
