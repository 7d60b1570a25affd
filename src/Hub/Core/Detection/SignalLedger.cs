using IntegrationHub.Contracts;
using IntegrationHub.Core.Signals.Bundling;

namespace IntegrationHub.Core.Detection;

/// <summary>The signals that a moment can join in one evaluation: those that are stored, and those that it made itself.</summary>
internal sealed class SignalLedger(IReadOnlyList<OpenSignal> stored, IEnumerable<StoredMoment> withdrawn)
{
    private readonly Dictionary<Guid, OpenSignal> open = stored.ToDictionary(signal => signal.Id);
    private readonly HashSet<Guid> lost = [.. withdrawn.Select(moment => moment.Id)];
    private readonly HashSet<Guid> leaving = [];

    public bool IsEmpty => open.Count == 0;

    /// <summary>
    /// Those that a moment of some kind can join. What is withdrawn in this very evaluation still counts for the same kind: a job that turns out to have ended later is one signal that changes, not a withdrawal and a twin.
    /// </summary>
    public IEnumerable<OpenSignal> For(Moment moment) => open.Values
        .Select(signal => signal with { Moments = [.. signal.Moments.Where(one => !lost.Contains(one.Id) || (one.Citizen == moment.Citizen && one.Code == moment.Code))] })
        .Where(signal => signal.Moments.Count > 0);

    /// <summary>Takes out of each signal the moments of people who may not share it any more. Whoever comes first in it stays; who is not evaluated cannot leave.</summary>
    public void Part(IReadOnlyCollection<CitizenRef> evaluated, Func<SignalledMoment, SignalledMoment, bool> mayShare)
    {
        foreach (var signal in open.Values.Where(signal => signal.Moments.Any(moment => moment.Citizen != signal.Moments[0].Citizen)).ToList())
        {
            var kept = new List<SignalledMoment>();
            foreach (var hers in signal.Moments.Where(moment => !lost.Contains(moment.Id)).GroupBy(moment => moment.Citizen).OrderBy(hers => evaluated.Contains(hers.Key)))
            {
                if (!evaluated.Contains(hers.Key) || hers.All(moment => kept.TrueForAll(other => mayShare(moment, other))))
                    kept.AddRange(hers);
                else
                    leaving.UnionWith(hers.Select(moment => moment.Id));
            }

            open[signal.Id] = signal with { Moments = [.. signal.Moments.Where(moment => !leaving.Contains(moment.Id))] };
        }
    }

    /// <summary>Whether a moment was taken out of its signal.</summary>
    public bool IsLeaving(StoredMoment moment) => leaving.Contains(moment.Id);

    /// <summary>Takes a moment out of its signal.</summary>
    public void Leave(StoredMoment moment)
    {
        leaving.Add(moment.Id);
        if (SignalOf(moment) is { } signal)
            open[signal.Id] = signal with { Moments = [.. signal.Moments.Where(one => one.Id != moment.Id)] };
    }

    /// <summary>A moment that stands in a signal goes to other partners than before.</summary>
    public void Tell(StoredMoment moment)
    {
        if (SignalOf(moment) is { } signal)
            open[signal.Id] = signal with { Moments = [.. signal.Moments.Select(one => one.Id == moment.Id ? In(moment) : one)] };
    }

    /// <summary>The open signal that a moment is in.</summary>
    public OpenSignal? SignalOf(StoredMoment moment) => moment.SignalId is { } id ? open.GetValueOrDefault(id) : null;

    /// <summary>A moment as signals hold it.</summary>
    public static SignalledMoment In(StoredMoment moment) => new(moment.Id, moment.Moment.Citizen, moment.Moment.Code) { Chosen = moment.Chosen };

    /// <summary>A moment joined a signal, or began one.</summary>
    public void Add(Guid signal, DateTimeOffset issuedAt, StoredMoment moment)
    {
        var added = In(moment);
        open[signal] = open.TryGetValue(signal, out var known) ? known with { Moments = [.. known.Moments, added] } : new OpenSignal(signal, issuedAt, [added]);
    }

    /// <summary>
    /// Keeps the open signals of one kind of moment of somebody once, the oldest, where two references turned out to be one person: what stands in the others goes over to it.
    /// </summary>
    public IEnumerable<MomentMove> MoveTwins(IReadOnlyList<(StoredMoment Stored, Moment Found)> standing, Func<OpenSignal, StoredMoment, bool> mayHold)
    {
        if (standing.Count < 2)
            return [];
        var moves = new List<MomentMove>();
        foreach (var kind in standing.Select(one => one.Stored).Where(moment => moment.SignalId is { } signal && open.ContainsKey(signal)).GroupBy(moment => moment.Moment.Code))
        {
            var oldest = kind.Select(moment => open[moment.SignalId!.Value]).OrderBy(signal => signal.IssuedAt).ThenBy(signal => signal.Id).First();
            foreach (var moment in kind.Where(moment => moment.SignalId != oldest.Id && mayHold(oldest, moment)))
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
