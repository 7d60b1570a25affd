using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Signals.Bundling;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Loads;

namespace IntegrationHub.Storage.Detection;

/// <summary>Locks the citizens to evaluate, then loads what their evaluation needs.</summary>
internal sealed class DetectionReading(Session session, Names names, long now)
{
    private readonly NearFacts near = new(session, names);

    public async Task<LoadedInput> LoadAsync(Guid[] asked)
    {
        var citizens = await LockAsync(asked);

        // Statements after the lock: each sees everything that was committed before it was granted.
        var facts = await near.ReadAroundAsync(citizens);
        var (moments, open) = await MomentsAsync(citizens);
        var rechecks = await session.QueryAsync(
            $"SELECT citizen, due_at FROM rechecks WHERE {session.In("citizen", "citizens")}",
            static reader => (Citizen: reader.Citizen(0), At: reader.Time(1)),
            ("citizens", citizens));
        return new LoadedInput(
            new DetectionInput([.. citizens.Select(citizen => new CitizenRef(citizen))], facts, moments) { Signals = await OpenSignalsAsync(open), Loads = await LoadReading.OfAsync(session, facts.Values) },
            rechecks.ToDictionary(recheck => recheck.Citizen, recheck => recheck.At));
    }

    /// <summary>
    /// Locks those asked for, their mates and the mates of these, in order: what a register says of the first tells whether the second still lives with the third. Whoever was merged meanwhile is
    /// followed.
    /// </summary>
    private async Task<Guid[]> LockAsync(Guid[] asked)
    {
        while (true)
        {
            var wanted = asked.Union(await near.MatesAsync(asked)).ToArray();
            if (wanted.Length > asked.Length)
                wanted = [.. wanted.Union(await near.MatesAsync(wanted))];
            var locked = await session.QueryAsync(
                $"SELECT ref, merged_into FROM citizens WHERE {session.In("ref", "refs")} ORDER BY ref {session.ForUpdate}",
                static reader => (Ref: reader.GetGuid(0), Into: reader.IsDBNull(1) ? (Guid?)null : reader.GetGuid(1)),
                ("refs", wanted));
            if (locked.TrueForAll(citizen => citizen.Into is null))
                return [.. locked.Select(citizen => citizen.Ref)];
            var merged = locked.Where(citizen => citizen.Into is not null).ToDictionary(citizen => citizen.Ref, citizen => citizen.Into!.Value);
            asked = [.. wanted.Select(citizen => merged.GetValueOrDefault(citizen, citizen)).Distinct()];
        }
    }

    /// <summary>Their moments, and the signals among those that can still gain one: with when they were issued.</summary>
    private async Task<(Dictionary<CitizenRef, IReadOnlyList<StoredMoment>> Moments, Dictionary<Guid, DateTimeOffset> Open)> MomentsAsync(Guid[] citizens)
    {
        var open = new Dictionary<Guid, DateTimeOffset>();
        var stored = await session.QueryAsync(
            $"""
            SELECT {MomentColumns.All}, s.issued_at,
                m.chosen = '[]' OR NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.signal_id = s.id AND d.state <> 'refused')
            FROM moments m LEFT JOIN signals s ON s.id = m.signal_id AND m.withdrawn_at IS NULL AND s.withdrawn_at IS NULL AND s.expires_at > @now
            WHERE {session.In("m.citizen", "citizens")}
            """,
            reader =>
            {
                var moment = MomentColumns.Read(reader, 0);
                if (reader.IsDBNull(MomentColumns.Count))
                    return moment;
                open[moment.SignalId!.Value] = reader.Time(MomentColumns.Count);
                return reader.GetBoolean(MomentColumns.Count + 1) ? moment with { UnheardSignal = moment.SignalId } : moment;
            },
            ("citizens", citizens),
            ("now", now));
        var byCitizen = stored.ToLookup(moment => moment.Moment.Citizen);
        return (citizens.Select(citizen => new CitizenRef(citizen)).ToDictionary(citizen => citizen, citizen => (IReadOnlyList<StoredMoment>)[.. byCitizen[citizen]]), open);
    }

    /// <summary>With every moment that stands in them, also of people who are not evaluated, the one that each began with first.</summary>
    private async Task<IReadOnlyList<OpenSignal>> OpenSignalsAsync(Dictionary<Guid, DateTimeOffset> open)
    {
        if (open.Count == 0)
            return [];
        var moments = await session.QueryAsync(
            $"""
            SELECT m.signal_id, m.id, m.citizen, m.code, m.chosen FROM moments m JOIN signals s ON s.id = m.signal_id
            WHERE {session.In("m.signal_id", "signals")} AND m.withdrawn_at IS NULL {SignalMoments.FirstFirst}
            """,
            static reader => (Signal: reader.GetGuid(0), Moment: new SignalledMoment(reader.GetGuid(1), reader.Citizen(2), reader.GetString(3)) { Chosen = MomentJson.ReadChosen(reader.GetString(4)) }),
            ("signals", open.Keys.ToArray()));
        return [.. moments.GroupBy(one => one.Signal, one => one.Moment).Select(one => new OpenSignal(one.Key, open[one.Key], [.. one]))];
    }
}
