using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ziekenfonds.Tests;

public sealed class MembershipTests : IDisposable
{
    private readonly Delivering delivery = new();

    [Fact]
    public async Task Membership_names_the_ziekenfonds_the_increased_allowance_and_the_last_day()
    {
        var read = await delivery.OneAsync(Xml.Membership(
            "<mutuality>305</mutuality><period><beginDate>2026-01-01</beginDate><endDate>2026-12-31</endDate></period><increasedAllowance>true</increasedAllowance>"));

        read.The<InsuranceMembershipChanged>().ShouldBe(new InsuranceMembershipChanged
        {
            OccurredAt = Facts.Day(2026, 1, 1), Mutuality = "305", IncreasedAllowance = true, Until = new DateOnly(2026, 12, 31),
        });
    }

    [Fact]
    public async Task What_membership_does_not_say_stays_open()
    {
        var membership = (await delivery.OneAsync(Xml.Membership("<mutuality>009</mutuality><period><beginDate>2026-01-01</beginDate></period>"))).The<InsuranceMembershipChanged>();

        (membership.Mutuality, membership.IncreasedAllowance, membership.Until).ShouldBe(("009", null, null));
    }

    [Fact]
    public async Task The_increased_allowance_is_a_benefit_that_is_granted()
    {
        var read = await delivery.OneAsync(Xml.IncreasedAllowance("<period><beginDate>2026-01-01</beginDate><endDate>2027-12-31</endDate></period>"));

        read.Keys().ShouldBe(["granted"]);
        read.The<BenefitGranted>().ShouldBe(new BenefitGranted { OccurredAt = Facts.Day(2026, 1, 1), Benefit = "verhoogde-tegemoetkoming", Right = "V1", Until = new DateOnly(2027, 12, 31) });
    }

    [Fact]
    public async Task The_increased_allowance_ends_when_an_exit_code_says_so()
    {
        var read = await delivery.OneAsync(Xml.IncreasedAllowance("<period><beginDate>2026-01-01</beginDate><endDate>2026-11-30</endDate></period><exitCode>inkomen</exitCode>"));

        read.Keys().ShouldBe(["granted", "ended"]);
        var ended = read.The<BenefitEnded>();
        (ended.Benefit, ended.EndedOn, ended.Reason).ShouldBe(("verhoogde-tegemoetkoming", new DateOnly(2026, 11, 30), "inkomen"));
    }

    [Fact]
    public async Task The_kinds_do_not_share_their_numbers()
    {
        delivery.Put("one.xml", Xml.File(
            Xml.Incapacity(), Xml.Membership("<mutuality>305</mutuality><period><beginDate>2026-01-01</beginDate></period>"), Xml.IncreasedAllowance("<period><beginDate>2026-01-01</beginDate></period>")));

        (await delivery.RecordsAsync()).Select(record => record.Id).ShouldBe(["incapacity:A1", "membership:M1", "increased-allowance:V1"]);
    }

    public void Dispose() => delivery.Dispose();
}
