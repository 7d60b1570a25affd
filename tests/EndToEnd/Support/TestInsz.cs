using System.Globalization;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>The government's test numbers: months 61 to 72, valid check digits. Each index gives another.</summary>
internal static class TestInsz
{
    public static string Number(int index)
    {
        var sequence = 1 + (index % 997);
        var rest = index / 997;
        var day = 1 + (rest % 28);
        rest /= 28;
        var month = 61 + (rest % 12);
        var year = 60 + (rest / 12 % 40);
        var body = string.Create(CultureInfo.InvariantCulture, $"{year:00}{month:00}{day:00}{sequence:000}");
        return string.Create(CultureInfo.InvariantCulture, $"{body}{97 - (long.Parse(body, CultureInfo.InvariantCulture) % 97):00}");
    }
}
