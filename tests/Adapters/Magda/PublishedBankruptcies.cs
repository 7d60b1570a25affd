using IntegrationHub.Adapters.Magda.Tests.Support;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Tests;

public sealed class PublishedBankruptcies
{
    private const string Service = "PubliceerFaillissementsignaal";
    private const string Enterprise = "0999001119";

    [Fact]
    public async Task Without_a_list_of_enterprises_nobody_can_be_found_and_the_reason_says_what_is_needed()
    {
        await using var rig = new PublicationRig();
        var rejection = (await rig.ReadAsync(Service, Published.Subject(Published.Bankruptcy(Enterprise)))).Latest.Values.Single().Result.Rejections.Single();
        rejection.Field.ShouldEndWith("Faillissementsignaal/Ondernemingsnummer");
        rejection.ToDo.ShouldContain("option enterprises");
    }

    [Fact]
    public async Task Each_citizen_on_the_list_is_told_and_an_enterprise_of_nobody_is_passed_over()
    {
        var list = Path.GetTempFileName();
        await File.WriteAllTextAsync(list, $"# ours\n{Enterprise} 88631402204\nBE 12 wrong\n{Enterprise};92670204169\n", TestContext.Current.CancellationToken);
        await using var rig = new PublicationRig();
        rig.Rig.Options["enterprises"] = "file:" + list;
        var intake = await rig.ReadAsync(Service, Published.Subject(Published.Bankruptcy(Enterprise)), Published.Subject(Published.Bankruptcy("0999002208")));
        File.Delete(list);
        intake.Facts.Select(one => (one.Key, one.Citizen.Digits)).ShouldBe([("bankruptcy/1", "88631402204"), ("bankruptcy/2", "92670204169")]);
        var fact = (BankruptcyDeclared)intake.Facts.First().Fact;
        (fact.Enterprise.Value, fact.Kind, BelgianTime.DayOf(fact.OccurredAt)).ShouldBe((Enterprise, "F", new(2026, 11, 19)));
        intake.Latest["Faillissement/0999002208/2026-11-19"].Result.IsRejected.ShouldBeFalse();
        intake.Latest["enterprises/3"].Result.Rejections.Single().ToString().ShouldContain("line 3: expected an enterprise number");
    }

    [Fact]
    public async Task An_annulled_bankruptcy_is_withdrawn()
    {
        await using var rig = new PublicationRig();
        var intake = await rig.ReadAsync(Service, Published.Subject(Published.Bankruptcy(Enterprise), "03"));
        var result = intake.Latest.Values.Single().Result;
        (result.IsRejected, result.Facts.Count).ShouldBe((false, 0));
    }
}
