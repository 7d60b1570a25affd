using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Tests;

public sealed class MistakeTests
{
    private static IReadOnlyList<string> Mistakes(string yaml, params (string Name, string Value)[] options) =>
        DocumentReader.Read("source.yaml", yaml, name => options.FirstOrDefault(option => option.Name == name).Value).Mistakes;

    [Fact]
    public void Every_mistake_is_told_at_once_with_line_column_and_the_nearest_name()
    {
        Mistakes("""
            source: 2
            parameters:
              partner: { descripton: "x" }
            read:
              folder: { path: x, exports: all }
            records:
              - kind: leef loon
                file: "*.csv"
                format: cvs
                id: nr
                facts:
                  - contract: benefit-grantd
                    occurredAt: dag
                  - contract: benefit-granted
                    fields: { benefit: { value: "leef loon" }, untill: tot, category: { from: a, value: b }, until: { from: tot, date: mm/yy } }
                  - contract: fact-withdrawn
                    occurredAt: dag
            """).ShouldBe(
        [
            "source.yaml(1,9): source: expected 1, the version of the format that this hub reads, found '2'; write 1, or upgrade the hub",
            "source.yaml(3,3): parameters.partner: expected the option 'partner' in hub.json, found none; add \"partner\" to the options of the source: it has no default",
            "source.yaml(3,14): parameters.partner.descripton: expected a known key, found 'descripton'; did you mean 'description'?",
            "source.yaml(5,31): read.folder.exports: expected one of complete, additions, found 'all'; write one of complete, additions",
            "source.yaml(7,5): records[0].files: expected which files of the folder, such as \"leefloon*.csv\", found nothing; add 'files'",
            "source.yaml(7,11): records[0].kind: expected a name of letters, digits and - other than 'file', found 'leef loon'; choose another name",
            "source.yaml(8,5): records[0].file: expected a known key, found 'file'; did you mean 'files'?",
            "source.yaml(9,13): records[0].format: expected one of csv, excel, json, json-lines, xml, found 'cvs'; did you mean 'csv'?",
            "source.yaml(12,19): records[0].facts[0].contract: expected the name of a contract, found 'benefit-grantd'; did you mean 'benefit-granted'?",
            "source.yaml(14,9): records[0].facts[1]: expected the column with the INSZ, found none; add 'citizen' to the record, or to each fact",
            "source.yaml(14,9): records[0].facts[1].occurredAt: expected when it happened: a column with a date or instant, found nothing; add 'occurredAt'",
            "source.yaml(15,17): records[0].facts[1].fields: expected right (a number of the source's own), which benefit-granted needs, found none; add 'right' to its fields",
            "source.yaml(15,37): records[0].facts[1].fields.benefit.value: expected a code, found 'leef loon'; correct it",
            "source.yaml(15,52): records[0].facts[1].fields.untill: expected a known key, found 'untill'; did you mean 'until'?",
            "source.yaml(15,75): records[0].facts[1].fields.category: expected either 'from' (a column) or 'value' (a constant), found both; remove one of the two",
            "source.yaml(15,124): records[0].facts[1].fields.until.date: expected a way of writing dates with d, M (capital) and y, such as dd/MM/yyyy, found 'mm/yy'; correct it",
            "source.yaml(16,19): records[0].facts[2].contract: expected the name of a contract, found 'fact-withdrawn'; leave it out: a fact is withdrawn when a newer version of its record no longer gives it ('when')",
        ]);
    }

    [Theory]
    [InlineData("source: 1\nread: { sql: { database: sqlite, connection: env:X, query: SELECT 1 } }\nrecords: [ { kind: a, id: nr, citizen: c, facts: [] }, { kind: b, id: nr, citizen: c, facts: [] } ]", "source.yaml(3,10): records: expected one kind of record for a query, found several; ")]
    [InlineData("source: 1\nread: { folder: { path: x } }\nrecords: [ { kind: a, files: x, format: xml, outside: { insz: \"//a[b='c']\" }, id: nr, citizen: c, facts: [] } ]", "source.yaml(3,55): records[0].outside: expected a path without [ ] for insz, found '//a[b='c']'; ")]
    [InlineData("source: 1\nread: { http: { url: \"https://x\", since: { parameter: p, from: a..b } } }\nrecords: [ { kind: a, format: json, id: nr, citizen: c, facts: [] } ]", "source.yaml(3,12): records[0]: expected a path such as person.address.city or names[0] in read.http.since.from, for this format, found 'a..b'; ")]
    [InlineData("", "source.yaml(1,1): the file: expected source, read and records, found an empty file; ")]
    [InlineData("a: [", "source.yaml(2,1): the file: expected YAML, found something else (")]
    [InlineData("- a", "source.yaml(1,1): the file: expected source, read and records, found a list; ")]
    [InlineData("source: 1\nread: { folder: { path: x }, sql: { } }", "source.yaml(2,7): read: expected exactly one of folder, http and sql, found folder and sql; remove the others")]
    [InlineData("source: 1\nread: { sql: { database: oracle, connection: \"Host=x;Password=geheim\", query: SELECT 1 } }", "source.yaml(2,26): read.sql.database: expected one of postgres, sqlite, found 'oracle'; ")]
    [InlineData("source: 1\nread: { folder: { path: \"${fodler}\" } }\nparameters: { folder: { default: x } }", "source.yaml(2,25): read.folder.path: expected a parameter named in 'parameters', found '${fodler}'; did you mean 'folder'?")]
    [InlineData("source: 1\nread: { http: { url: http://caw.example/d } }", "source.yaml(2,22): read.http.url: expected an address that begins with https://, for http sends keys and personal data readable over the network, found ")]
    [InlineData("source: 1\nread: { http: { url: https://x, auth: { tokenUrl: http://x, clientId: a, clientSecret: env:A } } }", "source.yaml(2,51): read.http.auth.tokenUrl: expected an address that begins with https://, ")]
    [InlineData("source: 1\nread: { http: { url: https://x, paging: { next: next } } }\nrecords: [ { kind: a, format: json-lines, id: nr, citizen: c, facts: [] } ]", "source.yaml(3,12): records[0]: expected the format json or xml with read.http.paging.next, which is a path in the answer, found json-lines; use link, page or offset there")]
    public void A_file_that_is_no_mapping_says_what_it_should_be(string yaml, string expected) =>
        Mistakes(yaml).ShouldContain(mistake => mistake.StartsWith(expected, StringComparison.Ordinal), string.Join('\n', Mistakes(yaml)));

    [Fact]
    public void A_secret_in_place_of_a_reference_is_not_repeated() =>
        Mistakes("source: 1\nread: { sql: { database: sqlite, connection: \"Host=x;Password=geheim\", query: SELECT 1 } }\nrecords: []").ShouldAllBe(mistake => !mistake.Contains("geheim"));

    [Theory]
    [InlineData("https://hub:geheim@caw.example/d")]
    [InlineData("htps://hub:geheim@caw example/d")]
    public void A_password_in_an_address_is_refused_and_not_repeated(string url)
    {
        var mistakes = Mistakes($"source: 1\nread: {{ http: {{ url: \"{url}\" }} }}\nrecords: []");

        mistakes.ShouldContain("source.yaml(2,22): read.http.url: expected an address without a name and password in it, found one with them, not shown; put a key or a secret in auth, as env:NAME or file:PATH");
        mistakes.ShouldAllBe(mistake => !mistake.Contains("geheim"));
    }

    [Theory]
    [InlineData("https://caw.example/d")]
    [InlineData("http://localhost:8080/d")]
    [InlineData("http://caw.example/d, allowInsecure: true")]
    public void An_address_is_https_or_on_this_machine_or_said_to_be_safe(string url) =>
        Mistakes($"source: 1\nread: {{ http: {{ url: {url} }} }}\nrecords: []").ShouldAllBe(mistake => !mistake.Contains("read.http"));

    [Fact]
    public void Any_text_at_all_is_read_or_gives_mistakes_and_never_throws()
    {
        var whole = Yaml.Csv("- { contract: benefit-granted, occurredAt: dag, fields: { benefit: { value: leefloon }, right: nr, category: { from: a, codes: { x: y }, otherwise: omit } } }", "where: [{ a: { not: [b] } }]\norder: [[dag, tot]]\nperson: { street: [a, b] }");
        Mistakes(whole, ("folder", "x")).ShouldBeEmpty();

        for (var i = 0; i < whole.Length; i++)
        {
            foreach (var damaged in (string[])[whole[..i], whole.Remove(i, 1), whole.Insert(i, "["), whole.Insert(i, ": "), whole.Insert(i, "\n")])
                _ = Mistakes(damaged, ("folder", "x"));
        }
    }

    [Fact]
    public void Every_contract_of_a_fact_can_be_named_but_the_one_that_the_hub_makes() =>
        ContractShape.Names.ShouldBe(FactContract.Names.Except([FactContract.NameOf<FactWithdrawn>()]));
}
