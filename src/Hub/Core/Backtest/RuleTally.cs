namespace IntegrationHub.Core.Backtest;

/// <summary>What one rule found.</summary>
public sealed class RuleTally
{
    /// <summary>How many moments were raised in each month, by its first day.</summary>
    public SortedDictionary<DateOnly, int> Months { get; } = [];

    /// <summary>How many in all.</summary>
    public int Total => Months.Values.Sum();

    /// <summary>How many of them were withdrawn later.</summary>
    public int Withdrawn { get; internal set; }

    /// <summary>How many of them came too late for a signal.</summary>
    public int TooLate { get; internal set; }

    /// <summary>How many the rules under test find and the active ones do not.</summary>
    public int Added { get; internal set; }

    /// <summary>How many the active rules find and those under test do not.</summary>
    public int Gone { get; internal set; }

    /// <summary>The latest few, the last first: the same ones whatever the order in which citizens were counted.</summary>
    public SortedSet<ReplayedMoment> Sample { get; } = new(Comparer<ReplayedMoment>.Create(LastFirst));

    private static int LastFirst(ReplayedMoment left, ReplayedMoment right)
    {
        var byTime = right.RaisedAt.CompareTo(left.RaisedAt);
        var byCitizen = byTime != 0 ? byTime : left.Moment.Citizen.Value.CompareTo(right.Moment.Citizen.Value);
        return byCitizen != 0 ? byCitizen : string.CompareOrdinal(left.Moment.Anchor.ToString(), right.Moment.Anchor.ToString());
    }
}
