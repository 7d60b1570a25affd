using System.Data.Common;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Detection;

/// <summary>A moment as its table holds it.</summary>
internal static class MomentColumns
{
    public const int Count = 11;

    public const string All = "m.id, m.rule, m.code, m.citizen, m.source, m.record_id, m.fact_key, m.contract, m.occurred_at, m.known_at, m.withdrawn_at";

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
            reader.Time(from + 9)),
        !reader.IsDBNull(from + 10));

    public static Rows ToRows(IReadOnlyList<StoredMoment> moments, long now) => new Rows("moments")
        .Add("id", moments, moment => moment.Id)
        .Add("rule", moments, moment => moment.Moment.Rule)
        .Add("code", moments, moment => moment.Moment.Code)
        .Add("citizen", moments, moment => moment.Moment.Citizen.Value)
        .Add("source", moments, moment => moment.Moment.Anchor.Source)
        .Add("record_id", moments, moment => moment.Moment.Anchor.RecordId)
        .Add("fact_key", moments, moment => moment.Moment.Anchor.FactKey)
        .Add("contract", moments, moment => moment.Moment.AnchorContract)
        .Add("occurred_at", moments, moment => Micros.Of(moment.Moment.OccurredAt))
        .Add("known_at", moments, moment => Micros.Of(moment.Moment.KnownAt))
        .AddConstant("detected_at", moments.Count, now);
}
