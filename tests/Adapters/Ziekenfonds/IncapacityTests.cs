using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ziekenfonds.Tests;

public sealed class IncapacityTests : IDisposable
{
    private readonly Delivering delivery = new();

    [Fact]
    public async Task An_allowance_that_runs_is_granted_from_its_first_day()
    {
        var granted = (await delivery.OneAsync(Xml.Incapacity())).The<BenefitGranted>();

        granted.ShouldBe(new BenefitGranted { OccurredAt = Facts.Day(2026, 9, 1), Benefit = "uitkering-arbeidsongeschiktheid", Right = "A1" });
    }

    [Fact]
    public async Task A_last_day_without_an_exit_code_is_known_beforehand()
    {
        var read = await delivery.OneAsync(Xml.Incapacity("<period><beginDate>2026-09-01</beginDate><endDate>2027-02-28</endDate></period>"));

        read.Keys().ShouldBe(["granted"]);
        read.The<BenefitGranted>().Until.ShouldBe(new DateOnly(2027, 2, 28));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    [InlineData("5")]
    [InlineData("6")]
    [InlineData("8")]
    public async Task An_exit_code_ends_the_benefit_on_the_last_day_with_the_code_as_reason(string code)
    {
        var read = await delivery.OneAsync(Xml.Ended(code));

        read.Keys().ShouldBe(["granted", "ended"]);
        read.The<BenefitGranted>().Until.ShouldBeNull();
        read.The<BenefitEnded>().ShouldBe(new BenefitEnded
        {
            OccurredAt = Facts.Day(2026, 10, 31), Benefit = "uitkering-arbeidsongeschiktheid", Right = "A1", EndedOn = new DateOnly(2026, 10, 31), Reason = code,
        });
    }

    [Theory]
    [InlineData("7")]
    [InlineData("9")]
    public async Task An_exit_code_that_says_suspended_suspends_from_the_day_after_the_last(string code)
    {
        var read = await delivery.OneAsync(Xml.Ended(code));

        read.Keys().ShouldBe(["granted", "suspended"]);
        read.The<BenefitSuspended>().ShouldBe(new BenefitSuspended { OccurredAt = Facts.Day(2026, 11, 1), Benefit = "uitkering-arbeidsongeschiktheid", Right = "A1", Reason = code });
    }

    [Fact]
    public async Task The_day_invalidity_begins_is_a_circumstance_of_its_own()
    {
        var read = await delivery.OneAsync(Xml.Incapacity(
            "<period><beginDate>2026-09-01</beginDate></period><initialStartDate>2025-11-15</initialStartDate><invalidityStartDate>2026-11-15</invalidityStartDate>"));

        read.Keys().ShouldBe(["granted", "invalidity"]);
        var circumstance = read.The<CircumstanceReported>();
        (circumstance.Code, circumstance.OccurredAt).ShouldBe(("invaliditeit", Facts.Day(2026, 11, 15)));
        circumstance.Attributes.ShouldBe(new Dictionary<string, string> { ["right"] = "A1", ["incapacitySince"] = "2025-11-15" });
    }

    [Fact]
    public async Task Elements_are_known_by_their_local_names_in_whatever_namespace_and_date_form()
    {
        delivery.Put("one.xml", $"""
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><h:list xmlns:h="urn:h" xmlns:c="urn:c">
              <h:indemnityAllowanceNotification>
                <h:ssin canceled="false"> {Xml.Insz} </h:ssin>
                <h:attestationIdentification><c:attestationId>A1</c:attestationId><c:attestationVersion>1</c:attestationVersion><c:attestationStatus>CREATION</c:attestationStatus></h:attestationIdentification>
                <h:allowance><h:period><c:beginDate>2026-09-01+02:00</c:beginDate><c:endDate><![CDATA[2026-10-31]]>T00:00:00</c:endDate></h:period></h:allowance>
              </h:indemnityAllowanceNotification></h:list></s:Body></s:Envelope>
            """);

        var granted = (await delivery.NormalisedAsync()).ShouldHaveSingleItem().The<BenefitGranted>();

        (granted.OccurredAt, granted.Until).ShouldBe((Facts.Day(2026, 9, 1), new DateOnly(2026, 10, 31)));
    }

    [Fact]
    public async Task A_replaced_INSZ_joins_the_old_number_to_the_new_one_and_the_facts_are_about_the_new_one()
    {
        var read = await delivery.OneAsync(Xml.Incapacity(ssin: $"<ssin canceled=\"true\" replacedBy=\"{Xml.OtherInsz}\">{Xml.Insz}</ssin>"));

        read.Keys().ShouldBe(["granted", "identity"]);
        read.Facts[0].Citizen.Digits.ShouldBe(Xml.OtherInsz);
        read.Facts[1].Citizen.Digits.ShouldBe(Xml.Insz);
        read.Facts[1].Fact.ShouldBeOfType<CitizenIdentityReplaced>();
        read.Facts[1].Others.ShouldHaveSingleItem().Digits.ShouldBe(Xml.OtherInsz);
    }

    [Fact]
    public async Task A_cancellation_has_no_facts_so_that_all_are_withdrawn_whatever_else_it_says()
    {
        var read = await delivery.OneAsync(Xml.Incapacity("", Xml.Identification(status: "CANCELLATION")));

        read.Keys().ShouldBeEmpty();
    }

    [Fact]
    public async Task Versions_grow_and_a_cancellation_wins_from_the_version_it_takes_back()
    {
        string[] inOrder = [Xml.Identification(version: "1"), Xml.Identification(version: "2", status: "MODIFICATION"), Xml.Identification(version: "2", status: "CANCELLATION"), Xml.Identification(version: "3")];
        delivery.Put("one.xml", Xml.File(inOrder.Select(identification => Xml.Incapacity(identification: identification))));

        var records = await delivery.RecordsAsync();

        records.Select(record => record.Id).Distinct().ShouldBe(["incapacity:A1"]);
        records.Select(record => record.Version!.Value).ShouldBeInOrder(SortDirection.Ascending);
        records.Select(record => record.Version).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task A_number_that_may_hold_an_INSZ_is_marked_as_personal()
    {
        delivery.Put("one.xml", Xml.File(Xml.Incapacity(identification: Xml.Identification($"X-{Xml.OtherInsz}")), Xml.Incapacity()));

        (await delivery.RecordsAsync()).Select(record => record.IdIsPersonal).ShouldBe([true, false]);
    }

    public void Dispose() => delivery.Dispose();
}
