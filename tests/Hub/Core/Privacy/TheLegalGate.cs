using IntegrationHub.Core.Privacy;
using static IntegrationHub.Core.Tests.Facts;

namespace IntegrationHub.Core.Tests.Privacy;

public class TheLegalGate
{
    private static readonly Authorisation Ground = new(
        "a1", "magda", Purpose.ProactiveHelp, new HashSet<string> { "ocmw-gent" }, new HashSet<string> { "employment-ended" }, new HashSet<string> { "insz", "name" },
        "BERAADSLAGING 1", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    private static readonly LegalGate Gate = new([Ground]);

    [Fact]
    public void Allows_what_an_authorisation_names_on_its_ground()
    {
        var decision = Gate.Decide("magda", "employment-ended", "ocmw-gent", helpsAlready: false, Now);

        decision.IsAllowed.ShouldBeTrue();
        decision.LegalBasis.ShouldBe("BERAADSLAGING 1");
        decision.Fields.ShouldBe(["insz", "name"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("other", "employment-ended", "ocmw-gent")]
    [InlineData("magda", "person-changed", "ocmw-gent")]
    [InlineData("magda", "employment-ended", "caw-ov")]
    public void Refuses_what_none_names(string source, string contract, string recipient)
    {
        var decision = Gate.Decide(source, contract, recipient, helpsAlready: false, Now);

        decision.IsAllowed.ShouldBeFalse();
        decision.Fields.ShouldBeEmpty();
        decision.Reason.ShouldBe($"No authorisation names {contract} of source {source} for {recipient}.");
    }

    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void Holds_each_ground_to_its_days(string day, bool allowed)
    {
        Gate.Decide("magda", "employment-ended", "ocmw-gent", helpsAlready: false, At(day)).IsAllowed.ShouldBe(allowed);
        (Gate.FieldsToStore("magda", "employment-ended", At(day)) is not null).ShouldBe(allowed);
        (Gate.FieldsNamedBy("magda", "employment-ended", At(day)) is not null).ShouldBe(allowed || day == "2027-01-01");
    }

    [Fact]
    public void Lets_a_ground_for_continued_support_count_only_where_help_goes_on()
    {
        var gate = new LegalGate([Ground with { Purpose = Purpose.ContinuedSupport }]);

        gate.Decide("magda", "employment-ended", "ocmw-gent", helpsAlready: true, Now).IsAllowed.ShouldBeTrue();
        gate.Decide("magda", "employment-ended", "ocmw-gent", helpsAlready: false, Now).Reason.ShouldBe(
            "employment-ended of source magda may go to ocmw-gent for continued support only, and ocmw-gent has no file open for this citizen.");
    }

    [Fact]
    public void Without_any_authorisation_lets_nothing_through_and_nothing_in()
    {
        var gate = new LegalGate([]);

        gate.Decide("magda", "employment-ended", "ocmw-gent", helpsAlready: true, Now).IsAllowed.ShouldBeFalse();
        gate.FieldsToStore("magda", "employment-ended", Now).ShouldBeNull();
    }
}
