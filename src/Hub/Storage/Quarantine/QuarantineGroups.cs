using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Quarantine;

/// <summary>Groups what rests in quarantine. The database counts: what comes back is a row for each reason, version and source, however many records there are.</summary>
internal static class QuarantineGroups
{
    public static async Task<IReadOnlyList<QuarantineGroup>> ReadAsync(Session session, QuarantineFilter filter)
    {
        var (where, values) = filter.Where();
        var rows = await session.QueryAsync(
            $"""
            SELECT reason, adapter_version, source, count(*), min(quarantined_at), max(quarantined_at), max(id) FROM quarantine WHERE {where} GROUP BY reason, adapter_version, source
            """,
            static reader => (
                Reason: reader.GetString(0), Version: reader.GetString(1), Source: reader.GetString(2), Count: reader.GetInt64(3), Oldest: reader.Time(4), Newest: reader.Time(5), Latest: reader.GetInt64(6)),
            values);
        var groups = new List<QuarantineGroup>();
        foreach (var group in rows.GroupBy(row => (row.Reason, row.Version)))
        {
            var latest = await QuarantineStore.EntriesAsync(session, QuarantineFilter.All, "AND id = @latest", ("latest", group.Max(row => row.Latest)));
            // Resolved in between: the next look shows it without.
            if (latest.Count == 0)
                continue;
            groups.Add(new QuarantineGroup(
                group.Key.Reason, group.Key.Version, group.Sum(row => row.Count), group.Min(row => row.Oldest), group.Max(row => row.Newest),
                new SortedDictionary<string, long>(group.ToDictionary(row => row.Source, row => row.Count), StringComparer.Ordinal), latest[0]));
        }

        return [.. groups.OrderByDescending(group => group.Count).ThenBy(group => group.Reason, StringComparer.Ordinal)];
    }
}
