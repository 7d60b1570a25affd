using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules;
using static IntegrationHub.Core.Tests.Facts;

namespace IntegrationHub.Core.Tests.Detection;

public class WhenAHospitalDischarges
{
    private static readonly RuleSet Rules = new(DefaultRules.All, []);

    [Theory]
    [InlineData(null)]
    [InlineData(DischargeDisposition.Home)]
    [InlineData(DischargeDisposition.CareFacility)]
    [InlineData(DischargeDisposition.AgainstAdvice)]
    public void An_inpatient_it_is_a_moment(DischargeDisposition? disposition) =>
        Rules.Detect(Timeline(LeavesHospital("2026-11-18", disposition: disposition)), Now).Moments.ShouldHaveSingleItem().Code.ShouldBe("ziekenhuisontslag");

    [Theory]
    [InlineData(DischargeDisposition.Died)]
    [InlineData(DischargeDisposition.OtherHospital)]
    public void Who_died_or_goes_to_another_hospital_it_is_none(DischargeDisposition disposition) =>
        Rules.Detect(Timeline(LeavesHospital("2026-11-18", disposition: disposition)), Now).ShouldBe(Finding.Nothing);

    [Theory]
    [InlineData("AMB")]
    [InlineData("EMER")]
    public void Who_did_not_stay_it_is_none(string encounterClass) =>
        Rules.Detect(Timeline(LeavesHospital("2026-11-18", encounterClass)), Now).ShouldBe(Finding.Nothing);

    [Fact]
    public void And_the_discharge_is_cancelled_the_moment_is_gone()
    {
        var discharge = LeavesHospital("2026-11-18");

        Rules.Detect(Timeline(discharge, Withdrawn(discharge)), Now).ShouldBe(Finding.Nothing);
    }

    [Fact]
    public void Twice_each_stay_has_its_moment() =>
        Rules.Detect(Timeline(LeavesHospital("2026-03-01", stay: "s1"), LeavesHospital("2026-11-18", stay: "s2")), Now).Moments.Count.ShouldBe(2);

    [Fact]
    public void Later_on_it_is_looked_at_again_then() =>
        Rules.Detect(Timeline(LeavesHospital("2026-11-25")), Now).RecheckAt.ShouldBe(At("2026-11-25"));

    [Fact]
    public void Who_the_register_says_died_since_it_is_none() =>
        Rules.Detect(Timeline(LeavesHospital("2026-11-18"), Person("2026-11-20", died: "2026-11-20")), Now).ShouldBe(Finding.Nothing);
}
