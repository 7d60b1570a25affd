using IntegrationHub.Core.Signals.Bundling;

namespace IntegrationHub.Core.Detection;

/// <summary>The signals that a moment can join in one evaluation: those that are stored, and those that it made itself.</summary>
internal sealed class SignalLedger(IReadOnlyList<OpenSignal> stored, IEnumerable<StoredMoment> withdrawn)
{
    private readonly Dictionary<Guid, OpenSignal> open = stored.ToDictionary(signal => signal.Id);
    private readonly HashSet<Guid> lost = [.. withdrawn.Select(moment => moment.Id)];

    public bool IsEmpty => open.Count == 0;

    /// <summary>
    /// Those that a moment of some kind can join. What is withdrawn in this very evaluation still counts for the same kind: a job that turns out to have ended later is one signal that changes, not a withdrawal and a twin.
    /// </summary>
    public IEnumerable<OpenSignal> For(Moment moment) => open.Values
        .Select(signal => signal with { Moments = [.. signal.Moments.Where(one => !lost.Contains(one.Id) || (one.Citizen == moment.Citizen && one.Code == moment.Code))] })
        .Where(signal => signal.Moments.Count > 0);

    /// <summary>A moment joined a signal, or began one.</summary>
    public void Add(Guid signal, DateTimeOffset issuedAt, StoredMoment moment)
    {
        var added = new SignalledMoment(moment.Id, moment.Moment.Citizen, moment.Moment.Code);
        open[signal] = open.TryGetValue(signal, out var known) ? known with { Moments = [.. known.Moments, added] } : new OpenSignal(signal, issuedAt, [added]);
    }

    /// <summary>
    /// Keeps the open signals of one kind of moment of somebody once, the oldest, where two references turned out to be one person: what stands in the others goes over to it.
    /// </summary>
    public IEnumerable<MomentMove> MoveTwins(IReadOnlyList<(StoredMoment Stored, Moment Found)> standing, Func<OpenSignal, bool> mayHold)
    {
        if (standing.Count < 2)
            return [];
        var moves = new List<MomentMove>();
        foreach (var kind in standing.Select(one => one.Stored).Where(moment => moment.SignalId is { } signal && open.ContainsKey(signal)).GroupBy(moment => moment.Moment.Code))
        {
            var oldest = kind.Select(moment => open[moment.SignalId!.Value]).OrderBy(signal => signal.IssuedAt).ThenBy(signal => signal.Id).First();
            foreach (var moment in mayHold(oldest) ? kind.Where(moment => moment.SignalId != oldest.Id) : [])
            {
                var from = moment.SignalId!.Value;
                moves.Add(new MomentMove(moment.Id, from, oldest.Id));
                open[from] = open[from] with { Moments = [.. open[from].Moments.Where(one => one.Id != moment.Id)] };
                Add(oldest.Id, oldest.IssuedAt, moment);
            }
        }

        return moves;
    }
}
