using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Plugins.Tests;

public sealed class SdkRangeTests
{
    [Theory]
    [InlineData(">=0.1 <1.0", "0.1.0", false, false)]
    [InlineData(">=0.1 <1.0", "0.9.17", false, false)]
    [InlineData(">=0.1 <1.0", "1.0.0", false, true)]
    [InlineData(">=0.1.1 <1.0", "0.1.0", true, false)]
    [InlineData(">=0.2 <1.0", "0.1.0", true, false)]
    public void A_version_is_held_against_the_range(string text, string version, bool newer, bool older)
    {
        SdkRange.TryParse(text, out var range).ShouldBeTrue();

        range!.AsksForNewerThan(Version.Parse(version)).ShouldBe(newer);
        range.AsksForOlderThan(Version.Parse(version)).ShouldBe(older);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0.1")]
    [InlineData(">=0.1")]
    [InlineData(">0.1 <1.0")]
    [InlineData(">=0.1  <1.0")]
    [InlineData(">=0.1 <0.1")]
    [InlineData(">=1 <2")]
    [InlineData(">=0.1 <99999999999.0")]
    public void Another_form_is_refused(string text) => SdkRange.TryParse(text, out _).ShouldBeFalse();
}
