using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ziekenfonds.Notifications;

/// <summary>Our own <c>membership{mutuality,period,increasedAllowance}</c>.</summary>
internal static class Membership
{
    public static IEnumerable<(string Key, Fact Fact)> Read(NotificationReader reader)
    {
        var mutuality = reader.Required<int>("membership/mutuality", "the number of a ziekenfonds: 3 digits", "Correct the number.", MutualityOf);
        var period = NotificationPeriod.Read(reader, "membership");
        var increased = reader.Optional<bool>("membership/increasedAllowance", "true or false", "Correct it, or leave it out when it is not known.", TruthOf);
        if (reader.Rejections.Count > 0)
            yield break;
        yield return ("membership", new InsuranceMembershipChanged
        {
            OccurredAt = BelgianTime.StartOf(period.Begin), Mutuality = $"{mutuality:D3}", IncreasedAllowance = increased, Until = period.End,
        });
    }

    /// <summary>A boolean as XML Schema writes it.</summary>
    public static bool? TruthOf(string text) => text switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    private static int? MutualityOf(string text) => text.Length == 3 && text.All(char.IsAsciiDigit) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
}
