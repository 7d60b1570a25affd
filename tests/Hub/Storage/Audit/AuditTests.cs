using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;

namespace IntegrationHub.Storage.Tests.Audit;

/// <summary>A store with an audit log.</summary>
public abstract class AuditTests(TestDatabase database) : StoreTests(database)
{
    private protected AuditKeys AuditKeys { get; set; } = SomeLog.Keys;

    /// <summary>One block of so many entries for each number.</summary>
    protected async Task SealAsync(params int[] blocks)
    {
        foreach (var size in blocks)
        {
            var have = (await Store.Audit.ListAsync(new AuditFilter(), 1, Token)) is [var latest] ? latest.Id : 0;
            for (var i = 1; i <= size; i++)
                await Store.Audit.AddAsync(SomeLog.Entry((int)have + i), Token);
            (await Store.Audit.SealAsync(AuditKeys, Some.Now.AddSeconds(have), Token)).ShouldBe(size);
        }
    }

    protected async Task<AuditHead> HeadAsync() => (await Store.Audit.HeadsAsync(null, Token)).Last!;

    protected Task<AuditReport> VerifyAsync(AuditHead? head = null, DateTimeOffset? keptSince = null) => Store.Audit.VerifyAsync(AuditKeys, head, keptSince, null, Token);

    /// <summary>Something is done to the tables behind the hub's back.</summary>
    protected async Task TamperAsync(params string[] statements)
    {
        await using var connection = Database.Connect();
        await connection.OpenAsync(Token);
        foreach (var sql in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(Token);
        }
    }
}
