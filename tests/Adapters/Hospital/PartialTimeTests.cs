namespace IntegrationHub.Adapters.Hospital.Tests;

public class PartialTimeTests
{
    [Theory]
    [InlineData("20261012", "2026-10-12T00:00:00+02:00", true)]
    [InlineData("202611121405", "2026-11-12T14:05:00+01:00", true)]
    [InlineData("2026111214", "2026-11-12T14:00:00+01:00", true)]
    [InlineData("20261112140509.25", "2026-11-12T14:05:09.25+01:00", true)]
    [InlineData("20150208113419+0110", "2015-02-08T11:34:19+01:10", true)]
    [InlineData("202610121405-0500", "2026-10-12T14:05:00-05:00", true)]
    [InlineData("202610", "2026-10-01T00:00:00+02:00", false)]
    public void A_time_of_HL7_is_read(string text, string expected, bool hasDay) =>
        PartialTime.TryParseHl7(text).ShouldBe(new PartialTime(DateTimeOffset.Parse(expected), hasDay));

    [Theory]
    [InlineData("2026-10-12", "2026-10-12T00:00:00+02:00", true)]
    [InlineData("2026-11-12T14:05:09Z", "2026-11-12T14:05:09+00:00", true)]
    [InlineData("2026-11-12T14:05:09.123-05:00", "2026-11-12T14:05:09.123-05:00", true)]
    [InlineData("2026-11-12T14:05:09", "2026-11-12T14:05:09+01:00", true)]
    [InlineData("2026", "2026-01-01T00:00:00+01:00", false)]
    public void A_time_of_FHIR_is_read(string text, string expected, bool hasDay) =>
        PartialTime.TryParseFhir(text).ShouldBe(new PartialTime(DateTimeOffset.Parse(expected), hasDay));

    [Theory]
    [InlineData("20261312")]
    [InlineData("2026-10-12")]
    [InlineData("202610121405+1")]
    [InlineData("202610121405+9900")]
    [InlineData("00010101")]
    [InlineData("99991231")]
    [InlineData("+0100")]
    [InlineData("")]
    public void What_is_no_time_of_HL7_is_not_read(string text) => PartialTime.TryParseHl7(text).ShouldBeNull();

    [Theory]
    [InlineData("12/10/2026")]
    [InlineData("2026-10-12T")]
    [InlineData("2026-10-12T14:05:09+25:00")]
    [InlineData("T")]
    public void What_is_no_time_of_FHIR_is_not_read(string text) => PartialTime.TryParseFhir(text).ShouldBeNull();
}
