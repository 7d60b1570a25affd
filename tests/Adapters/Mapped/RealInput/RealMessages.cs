using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Adapters.Mapped.Tests.RealInput;

/// <summary>Real messages that nobody of this project wrote, read with a source.yaml alone. What is expected was counted in the files with another tool (Python's ElementTree), not with ours.</summary>
public sealed class RealMessages
{
    private static Reading Of(string yaml, string folder)
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.WhyAbsent);
        var text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Adapters", "Mapped", "RealInput", yaml));
        return new Reading(text, options: ("folder", Path.Combine(SharedData.Root!, folder)));
    }

    private static async Task<(List<SourceRecord> Records, List<Normalised> Results)> ReadAsync(Reading reading)
    {
        var records = (await reading.PullAsync()).SelectMany(batch => batch.Records).ToList();
        return (records, [.. records.Select(reading.Normaliser.Normalise)]);
    }

    [Fact]
    public async Task GeefLeefloonbedragen_gives_each_paid_period_as_a_right()
    {
        await using var reading = Of("leefloonbedragen.yaml", "magda/SocZek/GeefLeefloonbedragen/02.00.0000");

        var (records, results) = await ReadAsync(reading);

        // Six replies. One holds payments: 7 months of 2022, April to October (and 36 of family allowance). Two hold no payment of the kind; three hold an exception (30001, 99994, 99995): no rows.
        records.Count.ShouldBe(7);
        records.ShouldAllBe(record => record.IdIsPersonal);
        results.ShouldAllBe(result => !result.IsRejected);
        var facts = results.SelectMany(result => result.Facts).ToList();
        facts.Select(fact => fact.Citizen.Digits).Distinct().ShouldBe(["89651174486"]);
        var rights = facts.Select(fact => (BenefitGranted)fact.Fact).ToList();
        rights.Select(right => right.OccurredAt).ShouldBe(Enumerable.Range(4, 7).Select(month => BelgianTime.StartOf(new DateOnly(2022, month, 1))));
        rights.Select(right => right.Until).ShouldBe(Enumerable.Range(4, 7).Select(month => (DateOnly?)new DateOnly(2022, month, 1).AddMonths(1).AddDays(-1)));
        rights.ShouldAllBe(right => right.Benefit == "equivalent-leefloon");
        rights[0].Right.ShouldBe("0212189676-20220411");
    }

    [Fact]
    public async Task GeefSociaalStatuut_gives_the_statutes_that_are_rights_of_the_citizen_herself_with_a_first_day()
    {
        await using var reading = Of("sociaalstatuut.yaml", "magda/SocZek/GeefSociaalStatuut/03.00.0000");

        var (records, results) = await ReadAsync(reading);

        // 32 replies with 41 statutes. Not for us: 22 of the parking policy of Gent, 1 SOCIAL_STATUTE_NAME that does not apply, 9 PCSA_AND_BIM_HELP without a period,
        // 5 BIM_BVT_IN_FAMILY. Left: 2 LIVING_WAGES_PCSA_HELP, 2 BIM_BVT. Three replies hold an exception: no rows.
        results.ShouldAllBe(result => !result.IsRejected);
        records.Count.ShouldBe(4);
        results.Select(result => result.Facts.Single()).Select(fact => (fact.Citizen.Digits, ((BenefitGranted)fact.Fact).Benefit)).ShouldBe(
        [
            ("84640438954", "verhoogde-tegemoetkoming"), ("84640618997", "verhoogde-tegemoetkoming"), ("86710585636", "leefloon"), ("91671721308", "leefloon"),
        ]);
        foreach (var right in results.Select(result => (BenefitGranted)result.Facts.Single().Fact))
        {
            right.OccurredAt.ShouldBe(BelgianTime.StartOf(new DateOnly(2024, 1, 1)));
            right.Until.ShouldBe(new DateOnly(2030, 1, 1));
        }
    }

    [Fact]
    public async Task MyCareNet_messages_give_an_agreement_with_a_period_where_they_know_the_citizen_by_her_INSZ()
    {
        await using var reading = Of("mycarenet.yaml", "mycarenet");

        var (records, results) = await ReadAsync(reading);

        // 15 messages, 3 with an agreement for a period (ex04, ex13, ex32; the other 12 are not for us). Only ex13 names the patient by INSZ; the two others by the number of the ziekenfonds.
        records.Select(record => record.Id).Order().ShouldBe(["akkoord:ex04", "akkoord:ex13", "akkoord:ex32"]);
        var accepted = results.Where(result => !result.IsRejected).ShouldHaveSingleItem().Facts.Single();
        accepted.Citizen.Digits.ShouldBe("73031805784");
        accepted.Person.ShouldBeNull();
        var agreement = (CircumstanceReported)accepted.Fact;
        agreement.OccurredAt.ShouldBe(BelgianTime.StartOf(new DateOnly(2020, 1, 15)));
        agreement.Attributes.ShouldBe(new Dictionary<string, string> { ["tot"] = "2020-03-15" });
        results.Where(result => result.IsRejected).SelectMany(result => result.Rejections).ShouldAllBe(rejection =>
            rejection.Field.Contains("identifier[system/@value=", StringComparison.Ordinal) && rejection.Expected.Contains("INSZ", StringComparison.Ordinal));
    }
}
