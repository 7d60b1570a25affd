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

    [Theory]
    [InlineData("2026-03-29", "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00")]
    [InlineData("2026-10-25", "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00")]
    [InlineData("2026-12-31", "2026-12-31T00:00:00+01:00", "2027-01-01T00:00:00+01:00")]
    public void Holds_a_ground_of_one_day_from_midnight_to_midnight_in_Belgium_whatever_summer_time_does(string day, string begins, string ends)
    {
        var gate = new LegalGate([Ground with { ValidFrom = DateOnly.Parse(day), ValidUntil = DateOnly.Parse(day) }]);
        bool Allows(DateTimeOffset at) => gate.Decide("magda", "employment-ended", "ocmw-gent", helpsAlready: false, at).IsAllowed;

        var (from, until) = (DateTimeOffset.Parse(begins), DateTimeOffset.Parse(ends));
        (Allows(from.AddSeconds(-1)), Allows(from), Allows(until.AddSeconds(-1)), Allows(until)).ShouldBe((false, true, true, false));
        Allows(from).ShouldBeTrue("a clock that is set back finds what held then");
    }

    [Fact]
    public void Ends_a_ground_at_the_second_that_it_names_and_says_when()
    {
        var ends = new DateTimeOffset(2026, 12, 31, 17, 0, 0, TimeSpan.FromHours(1));
        var gate = new LegalGate([Ground with { UntilTime = ends }]);

        gate.Decide("magda", "employment-ended", "ocmw-gent", helpsAlready: false, ends.AddSeconds(-1)).IsAllowed.ShouldBeTrue();
        var refused = gate.Decide("magda", "employment-ended", "ocmw-gent", helpsAlready: false, ends);
        (refused.IsAllowed, refused.Reason).ShouldBe((false, "The authorisation a1 for ocmw-gent holds no more since 2026-12-31 17:00:00."));
        refused.Grounds.ShouldHaveSingleItem().Ground.ShouldBe("BERAADSLAGING 1 (a1)");
    }

    [Fact]
    public void Says_when_a_ground_begins_that_is_still_to_come()
    {
        var gate = new LegalGate([Ground with { ValidFrom = new DateOnly(2026, 12, 1) }]);

        var refused = gate.Decide("magda", "employment-ended", "ocmw-gent", helpsAlready: false, Now);
        (refused.Reason, refused.OpensAt).ShouldBe(("The authorisation a1 for ocmw-gent does not hold before 2026-12-01.", At("2026-12-01")));
        gate.Decide("magda", "employment-ended", "ocmw-gent", helpsAlready: false, At("2026-12-01")).IsAllowed.ShouldBeTrue();
        gate.FieldsNamedBy("magda", "employment-ended", Now).ShouldBeNull("a record that is read again when it begins is another version");
    }

    [Fact]
    public void Explains_each_field_with_its_ground_and_why_the_others_would_not_flow()
    {
        var later = Ground with { Id = "a2", Fields = new HashSet<string> { "contact" }, ValidFrom = new DateOnly(2027, 1, 1), ValidUntil = null };
        var support = Ground with { Id = "a3", Fields = new HashSet<string> { "address" }, Purpose = Purpose.ContinuedSupport };

        var explained = GateExplanation.Of(new LegalGate([Ground, later, support]), "magda", "employment-ended", "ocmw-gent", Now);

        (explained.Refusal, explained.OnlyWithOpenFile, explained.IsStored).ShouldBe((null, false, true));
        FieldExplanation Field(string name) => explained.Fields.Single(field => field.Field == name);
        Field("insz").Grounds.Select(one => one.Id).ShouldBe(["a1"]);
        (Field("address").Flows, Field("address").OnlyWithOpenFile).ShouldBe((true, true));
        Field("contact").WhyNot.ShouldBe("a2 begins on 2027-01-01");
        Field("remark").WhyNot.ShouldBe("no authorisation names it");
        GateExplanation.Of(new LegalGate([]), "magda", "employment-ended", "ocmw-gent", Now).Refusal.ShouldBe("No authorisation names employment-ended of source magda for ocmw-gent.");
    }

    [Theory]
    [InlineData("fraud-detection", true)]
    [InlineData("sanctie", true)]
    [InlineData("handhaving", true)]
    [InlineData("proactive-hulp", false)]
    public void Knows_a_purpose_that_is_against_the_citizen_by_its_word(string word, bool isAgainst)
    {
        Purposes.IsAgainstCitizens(word).ShouldBe(isAgainst);
        Purposes.Of(word).ShouldBeNull();
        Purposes.All.ShouldAllBe(one => !Purposes.IsAgainstCitizens(one));
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
