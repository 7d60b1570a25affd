using System.Collections.Concurrent;

namespace IntegrationHub.Storage.Database;

/// <summary>The small numbers that stand for sources and contracts in the large tables, remembered.</summary>
internal sealed class Names
{
    private readonly ConcurrentDictionary<string, int> sources = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, short>? contractIds;
    private IReadOnlyDictionary<short, string>? contractNames;

    public async Task<int> SourceAsync(Session session, string name)
    {
        if (sources.TryGetValue(name, out var known))
            return known;
        var id = await session.QueryAsync("SELECT id FROM sources WHERE name = @name", reader => reader.GetInt32(0), ("name", name));
        if (id.Count == 0)
        {
            // Not remembered yet: this transaction may be rolled back.
            await session.ExecuteAsync("INSERT INTO sources (name) VALUES (@name) ON CONFLICT (name) DO NOTHING", ("name", name));
            return (await session.QueryAsync("SELECT id FROM sources WHERE name = @name", reader => reader.GetInt32(0), ("name", name)))[0];
        }

        return sources[name] = id[0];
    }

    public async Task<IReadOnlyDictionary<string, short>> ContractIdsAsync(Session session)
    {
        await LoadContractsAsync(session);
        return contractIds!;
    }

    public async Task<IReadOnlyDictionary<short, string>> ContractNamesAsync(Session session)
    {
        await LoadContractsAsync(session);
        return contractNames!;
    }

    private async Task LoadContractsAsync(Session session)
    {
        if (contractIds is not null)
            return;
        var all = await session.QueryAsync("SELECT id, name FROM contracts", reader => (Id: reader.GetInt16(0), Name: reader.GetString(1)));
        contractNames = all.ToDictionary(contract => contract.Id, contract => string.IsInterned(contract.Name) ?? contract.Name);
        contractIds = all.ToDictionary(contract => contract.Name, contract => contract.Id, StringComparer.Ordinal);
    }
}
