using System.Reflection;
using System.Text.RegularExpressions;
using IntegrationHub.Host.Rules;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed partial class TheDefaultSet
{
    private static readonly string[] Rights = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "deploy", "rights"), "*.yaml").Select(Path.GetFileNameWithoutExtension).OfType<string>()];
    private static readonly RuleReading Reading = RuleFolder.Read(RuleFolder.BuiltIn, Rights);

    [Fact]
    public void Is_read_without_a_mistake_and_names_only_rights_that_are_there() => Reading.Mistakes.ShouldBeEmpty();

    [Fact]
    public void Recognises_the_sixteen_moments_that_the_glossary_names()
    {
        var recognised = RecognisedMoment().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "Contracts", "GLOSSARY.md"))).Select(match => match.Groups["code"].Value);

        Reading.Rules.Select(rule => rule.Moment).Distinct().ShouldBe(recognised, ignoreOrder: true);
        Reading.Rules.Select(rule => rule.Moment).Distinct().Count().ShouldBe(16);
    }

    [Fact]
    public void Has_of_every_rule_a_story_in_which_it_fires_one_in_which_it_is_held_back_and_one_in_which_it_is_withdrawn()
    {
        var told = from type in typeof(Story).Assembly.GetTypes()
                   where type.IsSubclassOf(typeof(Story))
                   from method in type.GetMethods()
                   from tells in method.GetCustomAttributes<TellsAttribute>()
                   select (tells.Of, tells.Outcome);
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "deploy", "rules"), "*.yaml").Select(Path.GetFileNameWithoutExtension).OfType<string>();

        told.Distinct().ShouldBe(files.SelectMany(_ => Enum.GetValues<Outcome>(), (rule, outcome) => (rule, outcome)), ignoreOrder: true);
    }

    [Fact]
    public void Names_only_circumstances_that_the_glossary_explains()
    {
        var glossary = File.ReadAllText(Path.Combine(Repository.Root, "src", "Contracts", "GLOSSARY.md"));

        foreach (var rule in Reading.Rules)
        {
            var tests = rule.When.Where.Concat(rule.And.Concat(rule.Unless).SelectMany(condition => condition.Where));
            foreach (var code in tests.Where(test => test.Field == "code").SelectMany(test => test.In))
                glossary.ShouldContain($"| `{code}` |");
        }
    }

    [Fact]
    public void Speaks_in_short_sentences()
    {
        foreach (var rule in Reading.Rules)
        {
            foreach (var (language, text) in rule.Text)
                text.Split(['.', '?', '!'], StringSplitOptions.TrimEntries).Max(sentence => sentence.Split(' ').Length).ShouldBeLessThanOrEqualTo(22, $"{rule.Id}, {language}");
        }
    }

    [GeneratedRegex(@"^\| `(?<code>[a-z-]+)` \| [^|]+ \| [^|]+ \|\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex RecognisedMoment();
}
