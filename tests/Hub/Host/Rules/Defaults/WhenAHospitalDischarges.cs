using IntegrationHub.Contracts;
using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenAHospitalDischarges : Story
{
    [Fact]
    [Tells(Outcome.Fires, of: "ziekenhuisontslag")]
    public void Going_home_counts_at_once()
    {
        Given(Admitted("2026-03-01", "s1"));
        Given(Discharged("2026-03-09", "s1", DischargeDisposition.Home));

        Moments(on: "2026-03-08").ShouldBeEmpty();
        Moments(on: "2026-03-09").ShouldBe(["ziekenhuisontslag"]);
    }

    [Theory]
    [InlineData(DischargeDisposition.Died)]
    [InlineData(DischargeDisposition.OtherHospital)]
    [InlineData(DischargeDisposition.Psychiatry)]
    [Tells(Outcome.HeldBack, of: "ziekenhuisontslag")]
    public void Who_does_not_leave_care_is_not_signalled(DischargeDisposition to)
    {
        Given(Discharged("2026-03-09", "s1", to));

        Moments(on: "2026-03-09").ShouldBeEmpty();
    }

    [Fact]
    public void A_visit_to_the_emergency_department_is_no_stay()
    {
        Given(Discharged("2026-03-09", "s1", DischargeDisposition.Home, encounterClass: "EMER"));

        Moments(on: "2026-03-09").ShouldBeEmpty();
    }

    [Fact]
    public void Back_in_hospital_within_two_weeks_holds_it_back_until_that_stay_ends()
    {
        Given(Discharged("2026-03-09", "s1", DischargeDisposition.Home));
        Given(Admitted("2026-03-15", "s2"));
        Given(Discharged("2026-03-20", "s2", DischargeDisposition.CareFacility));

        Moments(on: "2026-03-14").ShouldBe(["ziekenhuisontslag"]);
        Moments(on: "2026-03-15").ShouldBeEmpty();
        Moments(on: "2026-03-20").Count.ShouldBe(2, "both discharges stand: the signal joins them");
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: "ziekenhuisontslag")]
    public void A_discharge_that_the_hospital_cancels_withdraws_it()
    {
        var discharge = Given(Discharged("2026-03-09", "s1", DischargeDisposition.Home));
        Withdrawn(discharge, on: "2026-03-10");

        Moments(on: "2026-03-09").ShouldBe(["ziekenhuisontslag"]);
        Moments(on: "2026-03-10").ShouldBeEmpty();
    }

    [Fact]
    public void Who_died_since_is_left_in_peace()
    {
        Given(Discharged("2026-03-09", "s1", DischargeDisposition.Home));
        Given(Person(died: "2026-03-11"));

        Moments(on: "2026-03-11").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-03-23", "IMP", true)]
    [InlineData("2026-03-24", "IMP", false)]
    [InlineData("2026-03-12", "EMER", false)]
    public void Only_a_stay_that_begins_within_two_weeks_holds_it_back(string day, string encounterClass, bool isHeldBack)
    {
        Given(Discharged("2026-03-09", "s1", DischargeDisposition.Home));
        Given(Admitted(day, "s2", encounterClass));

        Moments(on: "2026-03-24").Contains("ziekenhuisontslag").ShouldBe(!isHeldBack);
    }
}
