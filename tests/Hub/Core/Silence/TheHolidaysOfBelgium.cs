using IntegrationHub.Core.Silence;

namespace IntegrationHub.Core.Tests.Silence;

public sealed class TheHolidaysOfBelgium
{
    [Theory]
    [InlineData(2024, "01-01 04-01 05-01 05-09 05-20 07-21 08-15 11-01 11-11 12-25")]
    [InlineData(2026, "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25")]
    [InlineData(2038, "01-01 04-26 05-01 06-03 06-14 07-21 08-15 11-01 11-11 12-25")]
    public void Are_ten_in_a_year(int year, string days) =>
        string.Join(' ', Enumerable.Range(0, 365).Select(new DateOnly(year, 1, 1).AddDays).Where(BelgianHolidays.IsOn).Select(day => $"{day:MM-dd}")).ShouldBe(days);
}
