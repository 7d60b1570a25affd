using System.Text.RegularExpressions;
using IntegrationHub.Core.Rules.Fields;
using IntegrationHub.Host.Rules;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Host.Tests.Rules;

public sealed partial class ThePageOnRules : IDisposable
{
    private const string Begin = "<!-- keys: made from the code, held by a test -->\n";
    private const string End = "<!-- end of keys -->";

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "deploy/rules/README.md"));

    private readonly ARuleFolder rules = new();

    public void Dispose() => rules.Dispose();

    [Fact]
    public void Shows_a_rule_that_is_right()
    {
        var reading = rules.With("werk-naast-leefloon.yaml", Blocks("yaml")[0]).Read();

        reading.Mistakes.ShouldBeEmpty();
        reading.Rules.ShouldHaveSingleItem();
    }

    [Fact]
    public void Shows_the_mistakes_that_the_other_has()
    {
        rules.With("werk-naast-leefloon.yaml", Blocks("yaml")[1]).Read().Mistakes.ShouldBe(Blocks("text")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Explains_every_key()
    {
        var keys = string.Join('\n', Table("A rule", RuleKeys.Rule), Table("`when`", RuleKeys.Trigger), Table("Each fact in `and` and `unless`", RuleKeys.Condition), Fields(), Table("`who`", RuleKeys.Person));
        var made = Path.Combine(AppContext.BaseDirectory, "rules.keys.made.md");
        File.WriteAllText(made, keys);

        var from = Page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        (Page[from..Page.IndexOf(End, StringComparison.Ordinal)] == keys).ShouldBeTrue($"after an intended change put {made} between the two comments in deploy/rules/README.md");
    }

    [Fact]
    public void Lists_every_fact_with_its_fields()
    {
        var made = Path.Combine(AppContext.BaseDirectory, "rules.facts.made.md");
        File.WriteAllLines(made, FactFields.Contracts.Select(contract => $"{contract}|{FieldsOf(contract)}"));
        var listed = FactRow().Matches(Page[Page.IndexOf("## Every fact", StringComparison.Ordinal)..]).Select(row => (Contract: row.Groups["contract"].Value, Says: row.Groups["says"].Value, Fields: row.Groups["fields"].Value.Trim())).ToList();

        listed.Select(row => row.Contract).ShouldBe(FactFields.Contracts);
        listed.ShouldAllBe(row => row.Says.Length > 10);
        foreach (var (contract, _, fields) in listed)
            (fields == FieldsOf(contract)).ShouldBeTrue($"after an intended change put what {made} says of {contract} in its row of deploy/rules/README.md");
        foreach (var (contract, says, _) in listed)
            says.Contains(" Runs until ", StringComparison.Ordinal).ShouldBe(FactFields.Beginnings.Contains(contract), contract);
    }

    private static string FieldsOf(string contract) => string.Join("; ", FactFields.Of(contract).Values.Where(field => field.Name is not ("occurredAt" or "source"))
        .Select(field => $"{Name(field)}: {FieldValue.Holds(field)}"));

    private static string Name(FactField field) => field.Kind == FieldKind.Attributes ? $"`{field.Name}.NAME`" : field.IsRequired ? $"**`{field.Name}`**" : $"`{field.Name}`";

    private static string Table(string title, IReadOnlyList<RuleKey> keys) =>
        $"**{title}**\n\n| Key | Says | Without it |\n|---|---|---|\n{string.Concat(keys.Select(key => $"| `{key.Name}` | {key.Means} | {key.Otherwise ?? "it must be there"} |\n"))}";

    private static string Fields() =>
        "**`where`**\n\nOf each field: a value (`benefit: leefloon`), a list of which it must have one (`reason: [ \"4\", \"9\" ]`), or one or more of these between { and }.\n\n"
        + string.Concat(Table("", RuleKeys.Test).Split('\n', 3)[2]);

    private static List<string> Blocks(string language) => [.. Regex.Matches(Page, $"```{language}\n(?<text>.*?)```", RegexOptions.Singleline).Select(block => block.Groups["text"].Value)];

    [GeneratedRegex(@"^\| `(?<contract>[a-z-]+)` \| (?<says>[^|]*) \|(?<fields>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex FactRow();
}
