using System.Diagnostics;
using System.Globalization;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Audit;

public sealed class MillionEntriesOnSqlite() : MillionEntriesTests(new SqliteTestDatabase(), """
    INSERT INTO audit (at, kind, actor, recipient, citizen, signal_id, delivery_id, source, fields, purpose, ground, detail)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
    SELECT 1763800000000000 + i, 'disclosed', 'hub', 'ocmw-gent', printf('0c6e4a1e-6a39-4c57-9c7e-%012d', i), printf('1c6e4a1e-6a39-4c57-9c7e-%012d', i), printf('2c6e4a1e-6a39-4c57-9c7e-%012d', i),
        'uz-gent', 'address,insz,municipality,name', 'proactive-help', 'VTC 12/2026 (uz-gent-naar-ocmw)', '202' FROM n
    """);

public sealed class MillionEntriesOnPostgres(PostgresFixture server) : MillionEntriesTests(new PostgresTestDatabase(server), """
    INSERT INTO audit (at, kind, actor, recipient, citizen, signal_id, delivery_id, source, fields, purpose, ground, detail)
    SELECT 1763800000000000 + i, 'disclosed', 'hub', 'ocmw-gent', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
        'uz-gent', 'address,insz,municipality,name', 'proactive-help', 'VTC 12/2026 (uz-gent-naar-ocmw)', '202' FROM generate_series(1, 1000000) i
    """);

/// <summary>A measurement: it runs only when explicit tests are asked for.</summary>
public abstract class MillionEntriesTests(TestDatabase database, string fill) : AuditTests(database)
{
    [Fact(Explicit = true)]
    public async Task Are_verified_within_half_a_minute_and_in_constant_memory()
    {
        await TamperAsync(fill);
        var seal = Stopwatch.GetTimestamp();
        while (await Store.Audit.SealAsync(AuditKeys, Some.Now, Token) > 0)
            Token.ThrowIfCancellationRequested();
        var sealing = Stopwatch.GetElapsedTime(seal);
        var head = await HeadAsync();
        GC.Collect();
        var (before, most) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        var (clock, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

        var report = await Store.Audit.VerifyAsync(AuditKeys, head, null, _ => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before), Token);

        var (took, own) = (Stopwatch.GetElapsedTime(clock), Environment.CpuUsage.TotalTime - cpu);
        TestContext.Current.SendDiagnosticMessage(string.Create(
            CultureInfo.InvariantCulture, $"{GetType().Name}: sealed in {sealing.TotalSeconds:0.0} s; verified {report.Entries} entries in {report.Blocks} blocks in {took.TotalSeconds:0.0} s, {own.TotalSeconds:0.0} s CPU here; {most / 1e6:0.0} MB more"));
        (report.Entries, report.FaultCount).ShouldBe((1_000_000, 0));
        took.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        most.ShouldBeLessThan(20_000_000);
    }
}
