using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Journal;

/// <summary>Cuts facts into batches of one contract and writes them.</summary>
internal static class FactWriter
{
    public const int MaxFactsInBatch = 250;

    /// <summary>Returns how many batches it made.</summary>
    public static async Task<int> WriteAsync(Session session, Names names, string source, long createdAt, string keyId, IReadOnlyList<PageFact> facts)
    {
        if (facts.Count == 0)
            return 0;
        var contracts = await names.ContractIdsAsync(session);
        var batches = facts.GroupBy(fact => fact.Contract, StringComparer.Ordinal).SelectMany(group => group.Chunk(MaxFactsInBatch)).ToList();
        var ids = await session.InsertReturningAsync(
            new Rows("batches")
                .AddConstant("source", batches.Count, source)
                .Add("contract", batches, batch => batch[0].Contract)
                .Add("facts", batches, batch => batch.Length)
                .AddConstant("created_at", batches.Count, createdAt),
            "",
            "id",
            static reader => reader.GetInt64(0));
        ids.Sort();

        var rows = new List<(long Batch, int Ordinal, PageFact Fact)>(facts.Count);
        for (var i = 0; i < batches.Count; i++)
        {
            for (var ordinal = 0; ordinal < batches[i].Length; ordinal++)
                rows.Add((ids[i], ordinal, batches[i][ordinal]));
        }

        await session.CopyAsync(new Rows("facts")
            .Add("batch_id", rows, row => row.Batch)
            .Add("ordinal", rows, row => row.Ordinal)
            .Add("revision", rows, row => row.Fact.Revision)
            .Add("citizen", rows, row => row.Fact.Citizen)
            .Add("contract", rows, row => contracts[row.Fact.Contract])
            .Add("record_id", rows, row => row.Fact.RecordId)
            .Add("fact_key", rows, row => row.Fact.Key)
            .Add("clear", rows, row => row.Fact.Clear, isUtf8Text: true)
            .Add("sealed", rows, row => row.Fact.Sealed)
            .Add("key_id", rows, row => row.Fact.Sealed is null ? null : keyId));

        var members = rows.SelectMany(row => row.Fact.Members.Select(member => (Member: member, row.Batch, row.Ordinal))).ToList();
        if (members.Count > 0)
        {
            await session.InsertAsync(new Rows("fact_members")
                .Add("citizen", members, one => one.Member)
                .Add("batch_id", members, one => one.Batch)
                .Add("ordinal", members, one => one.Ordinal));
        }

        return batches.Count;
    }
}
