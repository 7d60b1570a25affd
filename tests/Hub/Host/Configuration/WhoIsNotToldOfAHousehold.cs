using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Intake;
using IntegrationHub.Host.Tests.Intake;
using IntegrationHub.Plugins.Instances;

namespace IntegrationHub.Host.Tests.Configuration;

/// <summary>Who has a ground for all that a rule rests on but for who lives together is refused its moments: that is told before it happens.</summary>
public sealed class WhoIsNotToldOfAHousehold
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly Rule OfAnother = DefaultRules.All[0] with { When = new Trigger { Contract = "employment-ended", Of = Whose.Household } };
    private static readonly Rule AsksForHers = DefaultRules.All[0] with { Who = new PersonCondition { MinorChildren = true } };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Is_warned_of_once_for_each_rule_with_its_partners(bool ofAnother) => WarningsOf(
        [ofAnother ? OfAnother : AsksForHers],
        Ground("employment-ended", "ocmw-gent", "caw-ov", "caw-wv", "dmw-999"),
        Ground("person-changed", "caw-wv"),
        Ground("household-changed", "ocmw-gent")).ShouldBe(
        [
            "The rule ontslag tells who lives together, and no authorisation that is valid today lets caw-ov, caw-wv know that (household-changed): what it finds is refused to them. If that is not meant so, add the contract to 'contracts' in authorisations.json.",
        ]);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Is_not_who_may_know_it_or_may_not_see_what_happened_either(bool ofAnother) => WarningsOf(
        [ofAnother ? OfAnother : AsksForHers], Ground("employment-ended", "ocmw-gent"), Ground("person-changed", "ocmw-gent", "caw-ov"), Ground("household-changed", "ocmw-gent")).ShouldBeEmpty();

    [Fact]
    public void Is_nobody_for_a_rule_that_tells_of_no_household() =>
        WarningsOf([DefaultRules.All[0]], Ground("employment-ended", "caw-ov"), Ground("household-changed", "ocmw-gent")).ShouldBeEmpty();

    [Fact]
    public void Is_nobody_for_a_rule_that_finds_nothing_since_who_lives_together_is_not_stored() =>
        WarningsOf([OfAnother, DefaultRules.All[0] with { Id = "other" }], Ground("employment-ended", "caw-ov")).ShouldBeEmpty();

    [Fact]
    public void Is_who_may_know_it_for_continued_support_only_where_what_happened_is_of_somebody_else()
    {
        Authorisation[] grounds =
        [
            Ground("employment-ended", "caw-ov"), Ground("person-changed", "caw-ov"), Ground("household-changed", "caw-ov") with { Purpose = Purpose.ContinuedSupport },
        ];

        WarningsOf([OfAnother], grounds).ShouldHaveSingleItem().ShouldContain("lets caw-ov know that");
        WarningsOf([AsksForHers], grounds).ShouldBeEmpty();
    }

    [Fact]
    public void Is_who_may_know_it_no_more() => WarningsOf(
        [OfAnother], Ground("employment-ended", "caw-ov"), Ground("household-changed", "ocmw-gent"), Ground("household-changed", "caw-ov") with { ValidUntil = new DateOnly(2026, 11, 21) })
        .ShouldHaveSingleItem();

    private static List<string> WarningsOf(IReadOnlyList<Rule> rules, params Authorisation[] authorisations)
    {
        var configuration = ASource.Configuration() with
        {
            Rules = rules,
            Authorisations = authorisations,
            Partners = [Partner("ocmw-gent", PartnerRole.Ocmw), Partner("caw-ov", PartnerRole.Caw), Partner("caw-wv", PartnerRole.Caw), Partner("dmw-999", PartnerRole.Dmw)],
        };
        var source = ASource.Giving("employment-ended", "person-changed", "household-changed");
        var wiring = new HubWiring(configuration, new SourceCatalog([source], new Dictionary<string, string>()), new Dictionary<string, PluginInstance>());
        return [.. WiringWarnings.Of(wiring, Now).Where(warning => warning.Source is null).Select(warning => warning.Text)];
    }

    private static Partner Partner(string id, PartnerRole role) => new(id, role, new HashSet<NisCode>(), new HashSet<string>(), "inbox");

    private static Authorisation Ground(string contract, params string[] recipients) =>
        new($"{contract}-{recipients[0]}", ASource.Id, Purpose.ProactiveHelp, recipients.ToHashSet(), new HashSet<string> { contract }, new HashSet<string> { DisclosedFields.OccurredAt }, "12/2026", new DateOnly(2026, 1, 1), null);
}
