using System.Data.Common;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Detection;

/// <summary>A moment as its table holds it.</summary>
internal static class MomentColumns
{
    public const int Count = 19;

    public const string All = """
        m.id, m.rule, m.code, m.citizen, m.source, m.record_id, m.fact_key, m.contract, m.occurred_at, m.known_at, m.withdrawn_at, m.outcome, m.signal_id, m.priority, m.chosen, m.counts_at, m.expires_at, m.fingerprint,
        m.grounds
        """;

    /// <summary>What follows where the moment is there already: it stands again, or is decided after it was held.</summary>
    public const string Again = """
        ON CONFLICT (citizen, rule, source, record_id, fact_key) DO UPDATE SET code = excluded.code, contract = excluded.contract, occurred_at = excluded.occurred_at,
            known_at = excluded.known_at, detected_at = excluded.detected_at, withdrawn_at = NULL, outcome = excluded.outcome, signal_id = excluded.signal_id, priority = excluded.priority,
            chosen = excluded.chosen, counts_at = excluded.counts_at, expires_at = excluded.expires_at, fingerprint = excluded.fingerprint, grounds = excluded.grounds
        """;

    /// <summary>Reads <see cref="All"/>, from a column on.</summary>
    public static StoredMoment Read(DbDataReader reader, int from) => new(
        reader.GetGuid(from),
        new Moment(
            reader.GetString(from + 1),
            reader.GetString(from + 2),
            reader.Citizen(from + 3),
            new FactIdentity(reader.GetString(from + 4), reader.GetString(from + 5), reader.GetString(from + 6)),
            reader.GetString(from + 7),
            reader.Time(from + 8),
            reader.Time(from + 9))
        {
            CountsAt = reader.TimeOrNull(from + 15) ?? reader.Time(from + 8),
            ExpiresAt = reader.TimeOrNull(from + 16) ?? DateTimeOffset.MaxValue,
            RuleFingerprint = reader.GetString(from + 17),
            Grounds = MomentJson.ReadGrounds(reader.GetString(from + 18)),
        },
        !reader.IsDBNull(from + 10))
    {
        Outcome = MomentOutcomes.Of(reader.GetString(from + 11)),
        SignalId = reader.IsDBNull(from + 12) ? null : reader.GetGuid(from + 12),
        Priority = (Priority)reader.GetInt16(from + 13),
        Chosen = MomentJson.ReadChosen(reader.GetString(from + 14)),
    };

    public static Rows ToRows(IReadOnlyList<StoredMoment> moments, long now) => WhatChanges(
            new Rows("moments")
                .Add("id", moments, moment => moment.Id)
                .Add("rule", moments, moment => moment.Moment.Rule)
                .Add("code", moments, moment => moment.Moment.Code)
                .Add("citizen", moments, moment => moment.Moment.Citizen.Value)
                .Add("source", moments, moment => moment.Moment.Anchor.Source)
                .Add("record_id", moments, moment => moment.Moment.Anchor.RecordId)
                .Add("fact_key", moments, moment => moment.Moment.Anchor.FactKey)
                .Add("contract", moments, moment => moment.Moment.AnchorContract),
            moments)
        .Add("outcome", moments, moment => MomentOutcomes.WordOf(moment.Outcome))
        .Add("signal_id", moments, moment => moment.SignalId)
        .Add("priority", moments, moment => (short)moment.Priority)
        .AddConstant("detected_at", moments.Count, now);

    /// <summary>What a correction changes of moments that stand, found by their ids.</summary>
    public static Rows ToCorrections(IReadOnlyList<StoredMoment> moments) => WhatChanges(new Rows("moments").Add("id", moments, moment => moment.Id), moments);

    private static Rows WhatChanges(Rows rows, IReadOnlyList<StoredMoment> moments) => rows
        .Add("occurred_at", moments, moment => Micros.Of(moment.Moment.OccurredAt))
        .Add("known_at", moments, moment => Micros.Of(moment.Moment.KnownAt))
        .Add("chosen", moments, moment => MomentJson.Write(moment.Chosen))
        .Add("counts_at", moments, moment => Micros.Of(moment.Moment.CountsAt))
        .Add("expires_at", moments, moment => Micros.Of(moment.Moment.ExpiresAt))
        .Add("fingerprint", moments, moment => moment.Moment.RuleFingerprint)
        .Add("grounds", moments, moment => MomentJson.Write(moment.Moment.Grounds));
}
