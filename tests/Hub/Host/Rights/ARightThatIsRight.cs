using IntegrationHub.Core.Rights;
using IntegrationHub.Core.Rules;
using IntegrationHub.Host.Rights;
using IntegrationHub.Host.Rules;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Host.Tests.Rights;

public sealed class ARightThatIsRight : IDisposable
{
    private readonly ARightFolder rights = new();

    public void Dispose() => rights.Dispose();

    [Fact]
    public void Is_read_with_all_that_it_says()
    {
        rights.With("leefloon.yaml", "id: leefloon\n" + ARightFolder.Right).With("tarief.yaml", """
            id: tarief
            name: { nl: Sociaal tarief, en: Social tariff }
            authority: FOD Economie
            when:
              - fact: benefit-granted
                of: household
                where: { benefit: [ leefloon, invaliditeit ] }
                running: yes
              - fact: employment-ended
                before: 1 year
            unless:
              - fact: benefit-granted
                where: { benefit: tarief }
            who: { minorChildren: yes }
            link: https://economie.fgov.be/tarief
            ipdc: 1234
            grant: follows
            follows: leefloon
            steps: { nl: [ Kijk op je factuur., Bel. ], en: [ Look at your bill., Call. ] }
            amounts:
              - { name: korting, euro: 12.50, per: month, from: 2026-01-01, until: 2026-12-31, source: https://economie.fgov.be/bedragen }
            """);

        var reading = rights.Read();

        reading.Mistakes.ShouldBeEmpty();
        reading.Ids.ShouldBe(["leefloon", "tarief"]);
        var right = reading.Rights[1];
        (right.Id, right.Authority, right.IpdcProduct, right.Grant).ShouldBe(("tarief", "FOD Economie", "1234", RightGrant.Follows));
        right.Name["en"].ShouldBe("Social tariff");
        right.When.Select(condition => (condition.Contract, condition.Of, condition.IsRunning)).ShouldBe([("benefit-granted", Whose.Household, true), ("employment-ended", Whose.Citizen, false)]);
        right.Unless.ShouldHaveSingleItem().Where.ShouldHaveSingleItem().In.ShouldBe(["tarief"]);
        right.Who.MinorChildren.ShouldBe(true);
        right.Link.ShouldBe(new Uri("https://economie.fgov.be/tarief"));
        right.Follows.ShouldBe(["leefloon"]);
        right.Steps["nl"].ShouldBe(["Kijk op je factuur.", "Bel."]);
        right.Amounts.ShouldBe([new RightAmount("korting", 12.50m, "month", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), new Uri("https://economie.fgov.be/bedragen"))]);
    }

    [Fact]
    public void Is_each_of_those_that_come_with_the_hub()
    {
        var reading = RightFolder.Read(Path.Combine(Repository.Root, "deploy/rights"));

        reading.Mistakes.ShouldBeEmpty();
        reading.Ids.ShouldBe([
            "collectieve-schuldenregeling", "groeipakket", "huurpremie", "leefloon", "mantelzorgpremie", "schooltoeslag", "sociaal-tarief-energie", "sociale-toeslag-groeipakket",
            "tegemoetkoming-personen-met-een-handicap", "uitkering-arbeidsongeschiktheid", "verhoogde-tegemoetkoming", "werkloosheidsuitkering", "zorgbudget"]);
        RightFolder.Read(RightFolder.BuiltIn).Ids.ShouldBe(reading.Ids, "they are copied beside the hub");
        foreach (var right in reading.Rights)
            right.Unless.ShouldNotBeEmpty($"{right.Id} is not listed when it runs");
    }

    [Fact]
    public void Is_there_for_each_id_that_a_rule_of_the_hub_names() =>
        RuleFolder.Read(Path.Combine(Repository.Root, "deploy/rules"), RightFolder.Read(Path.Combine(Repository.Root, "deploy/rights")).Ids).Mistakes.ShouldBeEmpty();

    [Fact]
    public void Is_explained_to_editors_by_a_schema_that_is_the_one_of_the_code()
    {
        var made = Path.Combine(AppContext.BaseDirectory, "right.schema.made.json");
        File.WriteAllText(made, RightSchema.Write());
        RightKeys.Right.Select(key => key.Name).ShouldBe(RightReader.Keys);
        RightKeys.Amount.Select(key => key.Name).ShouldBe(RightAmountReader.Keys);

        var kept = Path.Combine(Repository.Root, "deploy/rights", RightSchema.FileName);
        File.ReadAllText(kept).ShouldBe(RightSchema.Write(), $"after an intended change copy {made} to deploy/rights/{RightSchema.FileName}");
    }
}
