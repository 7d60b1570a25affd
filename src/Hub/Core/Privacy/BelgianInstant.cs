using System.Globalization;
using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Privacy;

/// <summary>An instant in words, as the clock in Belgium shows it: the day alone at midnight.</summary>
public static class BelgianInstant
{
    /// <summary>As <c>2027-01-01</c>, or <c>2026-12-31 17:00:00</c>.</summary>
    public static string Of(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, BelgianTime.Zone);
        return local.ToString(local.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
