namespace IntegrationHub.Core.Backtest;

/// <summary>
/// The signals that the moments of one citizen would have become: a moment joins an open signal of its code, else one that was issued within the bundle window, as the hub does. What the hub bundles
/// across a household counts here for each citizen, so there may be fewer in truth.
/// </summary>
public static class ExpectedSignals
{
    /// <summary>Each partner that would have received a signal it did not have yet, and when.</summary>
    /// <param name="moments">The moments of one citizen, in the order in which they were raised.</param>
    /// <param name="bundleWithin">The bundle window.</param>
    public static IReadOnlyList<(string Partner, DateTimeOffset At)> Of(IReadOnlyList<ReplayedMoment> moments, TimeSpan bundleWithin)
    {
        var signals = new List<Signal>();
        var expected = new List<(string Partner, DateTimeOffset At)>();
        foreach (var moment in moments.Where(one => one.Recipients.Count > 0 && !one.IsTooLate))
        {
            var at = moment.RaisedAt;
            var open = signals.Where(signal => signal.StandsAt(at)).ToList();
            var signal = open.FindLast(one => one.Moments.Exists(other => other.Moment.Code == moment.Moment.Code)) ?? open.FindLast(one => at - one.IssuedAt <= bundleWithin);
            if (signal is null)
                signals.Add(signal = new Signal(at));
            signal.Moments.Add(moment);
            expected.AddRange(moment.Recipients.Where(signal.Partners.Add).Select(partner => (partner, at)));
        }

        return expected;
    }

    private sealed class Signal(DateTimeOffset issuedAt)
    {
        public DateTimeOffset IssuedAt { get; } = issuedAt;

        public List<ReplayedMoment> Moments { get; } = [];

        public HashSet<string> Partners { get; } = new(StringComparer.Ordinal);

        public bool StandsAt(DateTimeOffset time) => Moments.Exists(moment => (moment.WithdrawnAt is null || moment.WithdrawnAt > time) && moment.Moment.ExpiresAt > time);
    }
}
