namespace IntegrationHub.Storage.Loads;

/// <summary>When facts of a source count as a load, about which a person is asked before they raise a signal.</summary>
/// <param name="AsksFirst">Whether the first load is asked about; if not, it is released as it comes.</param>
/// <param name="FirstLoadLasts">How long the first load of a source that sends by itself lasts; null for one that is read: until it was read to its end.</param>
/// <param name="Jump">How many times its usual day a source may tell in a day; 0 for any number.</param>
public sealed record LoadGuard(bool AsksFirst, TimeSpan? FirstLoadLasts, double Jump)
{
    /// <summary>A day of fewer facts than this is no jump.</summary>
    public const int FewestToAsk = 1000;

    /// <summary>The usual is that of the days with facts among so many.</summary>
    public const int UsualDays = 28;

    /// <summary>How long the first load of a source lasts that sends by itself.</summary>
    public static readonly TimeSpan FirstOfPush = TimeSpan.FromHours(24);

    /// <summary>More facts than this in a day are a jump.</summary>
    /// <param name="days">The facts of each earlier day that counts.</param>
    public long Most(IReadOnlyList<long> days) => Jump <= 0 ? long.MaxValue : Math.Max(FewestToAsk - 1, (long)(Jump * Usual(days)));

    /// <summary>The middle one: a single large day makes no other day usual.</summary>
    private static long Usual(IReadOnlyList<long> days) => days.Count == 0 ? 0 : days.Order().ElementAt(days.Count / 2);
}
