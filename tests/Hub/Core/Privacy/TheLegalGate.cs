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
        var decision = Gate.Decide("magda", "employment-ended", "ocmw-gent", Now);

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
        var decision = Gate.Decide(source, contract, recipient, Now);

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
        Gate.Decide("magda", "employment-ended", "ocmw-gent", At(day)).IsAllowed.ShouldBe(allowed);
        Gate.MayStore("magda", "employment-ended", At(day)).ShouldBe(allowed);
    }

    [Fact]
    public void Without_any_authorisation_lets_nothing_through_and_nothing_in()
    {
        var gate = new LegalGate([]);

        gate.Decide("magda", "employment-ended", "ocmw-gent", Now).IsAllowed.ShouldBeFalse();
        gate.MayStore("magda", "employment-ended", Now).ShouldBeFalse();
    }
}
