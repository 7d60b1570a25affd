namespace IntegrationHub.Adapters.Ziekenfonds.Tests;

public sealed class RejectedNotificationTests : IDisposable
{
    private const string Period = "<period><beginDate>2026-09-01</beginDate><endDate>2026-10-31</endDate></period>";

    private readonly Delivering delivery = new(maxRecordBytes: 2_000);

    public static TheoryData<string, string> Rejected => new()
    {
        { Xml.Incapacity(ssin: "<ssin>85673003361</ssin>"), "ssin, line 3: expected an INSZ of 11 digits with a valid month and check digits, found a number of 11 digits. Correct the number in the source system." },
        { Xml.Incapacity(ssin: ""), "ssin, line 3: expected an INSZ of 11 digits with a valid month and check digits, found nothing. Correct the number in the source system." },
        { Xml.Incapacity(ssin: $"<ssin replacedBy=\"Janssens\">{Xml.Insz}</ssin>"), "ssin/@replacedBy, line 3: expected an INSZ of 11 digits with a valid month and check digits, found text of 8 characters. Correct the number in the source system." },
        { Xml.Incapacity(ssin: $"<ssin canceled=\"true\">{Xml.Insz}</ssin>"), "ssin/@canceled, line 3: expected an INSZ in use, found one that was cancelled without another in its place. Ask the ziekenfonds under which number the citizen is known now." },
        { Xml.Incapacity(ssin: $"<ssin>{Xml.Insz}</ssin><ssin>{Xml.OtherInsz}</ssin>"), "ssin, line 3: expected one, found several. Send a notification for each." },
        { Xml.Incapacity("<period><beginDate>01/09/2026</beginDate></period>"), "allowance/period/beginDate, line 3: expected a date as 2026-12-31, from 1900 to 2199, found text of 10 characters. Correct the date." },
        { Xml.Incapacity("\n<period>\n<beginDate>2026-09-01</beginDate><endDate>2026-08-31</endDate></period>"), "allowance/period/endDate, line 5: expected a date not before allowance/period/beginDate, found an earlier one. Correct one of the two dates." },
        { Xml.Incapacity(""), "allowance/period/beginDate, line 3: expected a date as 2026-12-31, from 1900 to 2199, found nothing. Correct the date." },
        { Xml.Ended("10"), "allowance/exitCode, line 3: expected an exit code from 1 to 9, found a number of 2 digits. Correct the code; when the KSZ knows a new one, this adapter must learn what it means." },
        { Xml.Incapacity("<period><beginDate>2026-09-01</beginDate></period><exitCode>4</exitCode>"), "allowance/period/endDate, line 3: expected the last day, because there is an exit code, found nothing. Fill in the last day." },
        { Xml.Incapacity(Period, Xml.Identification(status: "DELETED")), "attestationIdentification/attestationStatus, line 3: expected CREATION, MODIFICATION or CANCELLATION, found text of 7 characters. Correct the status." },
        { Xml.Incapacity(Period, Xml.Identification(version: "-1")), "attestationIdentification/attestationVersion, line 3: expected a whole number that grows with each version, found text of 2 characters. Fill in the version." },
        { Xml.Incapacity(Period, Xml.Identification("Jan Janssens")), "attestationIdentification/attestationId, line 3: expected a number of at most 64 letters, digits and - _ . / : with at least one digit, found text of 12 characters. Fill in the number by which every version of this notification is known." },
        { Xml.Incapacity(Period, Xml.Identification($"A-{Xml.OtherInsz}"), $"<ssin replacedBy=\"{Xml.OtherInsz}\">{Xml.Insz}</ssin>"), "attestationIdentification/attestationId, line 3: expected the notification's own number, found the citizen's INSZ in it. Send a number that is not personal: it is stored and sent in the clear." },
        { Xml.Incapacity(Period, Xml.Identification($"A-{Xml.Insz}")), "attestationIdentification/attestationId, line 3: expected the notification's own number, found the citizen's INSZ in it. Send a number that is not personal: it is stored and sent in the clear." },
        { Xml.Membership($"<mutuality>Helan</mutuality>{Period}"), "membership/mutuality, line 3: expected the number of a ziekenfonds: 3 digits, found text of 5 characters. Correct the number." },
        { Xml.Membership($"<mutuality>305</mutuality>{Period}<increasedAllowance>ja</increasedAllowance>"), "membership/increasedAllowance, line 3: expected true or false, found text of 2 characters. Correct it, or leave it out when it is not known." },
        { Xml.IncreasedAllowance($"{Period}<exitCode>te hoog inkomen</exitCode>"), "increasedAllowance/exitCode, line 3: expected a code of at most 40 letters, digits and - _ ., found text of 15 characters. Send the code, never a text." },
    };

    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task A_notification_that_cannot_be_read_is_rejected_with_field_line_and_what_to_do(string notification, string rejection) =>
        (await delivery.RejectionAsync(notification)).ToString().ShouldBe(rejection);

    [Fact]
    public async Task Every_mistake_of_a_notification_is_told_at_once() =>
        (await delivery.OneAsync(Xml.Incapacity("<period><beginDate>x</beginDate></period><exitCode>x</exitCode>", Xml.Identification("", "", ""), "<ssin>x</ssin>"))).Rejections.Count.ShouldBe(6);

    [Fact]
    public async Task A_broken_notification_is_quarantined_alone()
    {
        delivery.Put("one.xml", Xml.File(Xml.Incapacity(), Xml.Incapacity(identification: Xml.Identification(number: "")), Xml.Incapacity(identification: Xml.Identification("A3"))));

        var records = await delivery.RecordsAsync();

        records.Select(record => record.Id).ShouldBe(["incapacity:A1", "incapacity:one.xml#2", "incapacity:A3"]);
        records.Select(record => delivery.Normaliser.Normalise(record).IsRejected).ShouldBe([false, true, false]);
        records[1].Version.ShouldBeNull();
    }

    [Fact]
    public async Task A_notification_over_the_largest_record_is_refused_with_its_size_and_the_rest_goes_on()
    {
        var many = string.Concat(Enumerable.Repeat("<note>text</note>\n", 200));
        delivery.Put("one.xml", Xml.File(Xml.Incapacity(), Xml.Incapacity(many), Xml.Incapacity(identification: Xml.Identification("A3"))));

        var records = await delivery.RecordsAsync();

        records.Select(record => record.Id).ShouldBe(["incapacity:A1", "incapacity:one.xml#2", "incapacity:A3"]);
        records[1].Raw.Length.ShouldBe(2_000);
        delivery.Normaliser.Normalise(records[1]).Rejections.ShouldHaveSingleItem().ToString().ShouldMatch(
            @"^notification, line 4: expected a notification within the largest record allowed, found one of about \d+ bytes\. ");
    }

    [Fact]
    public async Task No_rejection_repeats_what_stands_in_the_notification()
    {
        foreach (var (notification, _) in Rejected.Select(row => row.Data))
        {
            var rejection = (await delivery.RejectionAsync(notification)).ToString();

            foreach (var value in (string[])[Xml.Insz, "85673003361", Xml.OtherInsz, "Janssens", "Helan", "inkomen", "01/09/2026"])
                rejection.ShouldNotContain(value);
        }
    }

    public void Dispose() => delivery.Dispose();
}
