using System.Globalization;
using System.Reflection;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Storage.Database;

/// <summary>Brings the schema up to date: numbered scripts, each once, all in one transaction that keeps other hosts out.</summary>
internal static class Migrator
{
    private const string SchemaVersion = "CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, applied_at bigint NOT NULL)";

    public static async Task RunAsync(HubDatabase database, KeyRing keys, TimeProvider time, CancellationToken token)
    {
        var scripts = Scripts(database.Migrations);
        await database.MigrateAsync(
            async session =>
            {
                await session.ExecuteAsync(SchemaVersion);
                var applied = await AppliedAsync(session);
                if (applied.Except(scripts.Keys).Any())
                    throw Newer(applied, scripts.Keys);
                await ApplyAsync(session, scripts.Where(script => !applied.Contains(script.Key)), time);
                await AddContractsAsync(session);
                await keys.BeginAsync(session, Micros.Of(time.GetUtcNow()));
            },
            token);
    }

    /// <summary>Makes sure that the schema is the one that this hub makes, without making anything.</summary>
    /// <exception cref="SchemaException">It is not, or there is none.</exception>
    public static async Task RequireAsync(HubDatabase database, CancellationToken token)
    {
        var known = KnownVersions(database);
        var applied = database.Exists ? await database.ReadAsync(async session => await session.HasTableAsync("schema_version") ? await AppliedAsync(session) : [], token) : [];
        if (applied.Count == 0)
            throw new SchemaException($"There is no store yet in {database.Place}: no hub has run on it. Look at --config, and at store in hub.json; nothing was made.");
        if (applied.Except(known).Any())
            throw Newer(applied, known);
        if (known.Except(applied).Any())
        {
            throw new SchemaException(
                $"The store has schema version {applied.Max()}, of an older hub; this one has {known.Max()}. Use the command of the hub that runs, or start this hub, which brings the store up to date. Nothing was changed.");
        }
    }

    /// <summary>The versions of the schema that this hub can make.</summary>
    public static IReadOnlyCollection<int> KnownVersions(HubDatabase database) => Scripts(database.Migrations).Keys;

    /// <summary>Makes the schema in an empty database as it was at some versions, which this hub knows.</summary>
    public static async Task ApplyAsync(Session session, HubDatabase database, IReadOnlyCollection<int> versions, TimeProvider time)
    {
        await session.ExecuteAsync(SchemaVersion);
        await ApplyAsync(session, Scripts(database.Migrations).Where(script => versions.Contains(script.Key)), time);
    }

    private static async Task<HashSet<int>> AppliedAsync(Session session) => [.. await session.QueryAsync("SELECT version FROM schema_version", reader => reader.GetInt32(0))];

    private static SchemaException Newer(IEnumerable<int> applied, IEnumerable<int> known) =>
        new($"The store has schema version {applied.Max()}, of a newer hub; this one knows {known.Max()}. Use that newer hub, or a store and backup of before it. Nothing was changed.");

    private static async Task ApplyAsync(Session session, IEnumerable<KeyValuePair<int, string>> scripts, TimeProvider time)
    {
        foreach (var (version, name) in scripts)
        {
            await session.ExecuteAsync(await TextAsync(name, session.Token));
            await session.ExecuteAsync("INSERT INTO schema_version (version, applied_at) VALUES (@version, @now)", ("version", version), ("now", Micros.Of(time.GetUtcNow())));
        }
    }

    private static async Task AddContractsAsync(Session session)
    {
        var known = await session.QueryAsync("SELECT id, name FROM contracts", reader => (Id: reader.GetInt16(0), Name: reader.GetString(1)));
        var last = known.Max(contract => contract.Id);
        foreach (var name in FactContract.Names.Except(known.Select(contract => contract.Name)))
            await session.ExecuteAsync("INSERT INTO contracts (id, name) VALUES (@id, @name)", ("id", ++last), ("name", name));
    }

    private static SortedDictionary<int, string> Scripts(string folder)
    {
        var names = Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal));
        return new(names.ToDictionary(name => int.Parse(name.AsSpan(folder.Length + 1, 4), CultureInfo.InvariantCulture)));
    }

    private static async Task<string> TextAsync(string name, CancellationToken token)
    {
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(token);
    }
}
