using IntegrationHub.Storage.Hosts;
using IntegrationHub.Storage.Ledger;

namespace IntegrationHub.Host.Health;

/// <summary>Why a hub is not well, as codes. Pure.</summary>
internal static class HealthReasons
{
    public const string Store = "store";
    public const string UnprocessedTooLong = "unprocessed-too-long";
    public const string NothingConsumes = "nothing-consumes";

    /// <summary>Entries of the audit log that nobody seals.</summary>
    public const string Audit = "audit";

    /// <summary>A host whose head of the audit log is contradicted, or cannot be written.</summary>
    public const string AuditPrefix = "audit:";

    /// <summary>A host whose clock is not believed, so that it erases nothing that is past its term. No reason for a hub not to be ready.</summary>
    public const string ClockPrefix = "clock-ahead:";
    public const string SilentPrefix = "silent:";
    public const string UndeliveredPrefix = "undelivered:";

    /// <summary>How long a consumer may be away from the bus, as at a start or while the broker restarts.</summary>
    public static readonly TimeSpan LongestAway = TimeSpan.FromSeconds(30);

    /// <summary>How long what is on the bus may wait while nobody has anything of it.</summary>
    public static readonly TimeSpan LongestUnheard = TimeSpan.FromSeconds(60);

    /// <summary>How long an entry of the audit log may wait for its seal, which takes a second or two.</summary>
    public static readonly TimeSpan LongestUnsealed = TimeSpan.FromMinutes(5);

    /// <summary>Whether an alert of this code says of a hub that it is not well; the others are reckoned anew each time.</summary>
    public static bool IsRaisedByAWatch(string code) => new[] { SilentPrefix, UndeliveredPrefix, AuditPrefix }.Any(prefix => code.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Of which host an alert of this code tells; null for what is so for all.</summary>
    public static string? HostOf(string code) => new[] { AuditPrefix, ClockPrefix }.FirstOrDefault(prefix => code.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix ? code[prefix.Length..] : null;

    /// <summary>What is so for all hosts on one store: it is told once.</summary>
    public static IEnumerable<string> OfAll(WaitingBatches waiting, LiveHosts hosts, DateTimeOffset? unsealedSince, TimeSpan longestUnprocessed, DateTimeOffset now)
    {
        if (now - waiting.Oldest > longestUnprocessed)
            yield return UnprocessedTooLong;
        if (IsUnheard(waiting, hosts, now) || IsAway(hosts, now))
            yield return NothingConsumes;
        // What commands added while no host ran is sealed by the first that starts.
        if (now - unsealedSince > LongestUnsealed && now - hosts.Since > LongestUnsealed)
            yield return Audit;
    }

    /// <summary>What is published came a while ago, and since then nobody had any batch.</summary>
    private static bool IsUnheard(WaitingBatches waiting, LiveHosts hosts, DateTimeOffset now) =>
        now - waiting.OldestPublished > LongestUnheard && !(now - hosts.ConsumedAt <= LongestUnheard) && !(now - hosts.Since <= LongestUnheard);

    /// <summary>No host is connected to the bus, though one has run for a while.</summary>
    private static bool IsAway(LiveHosts hosts, DateTimeOffset now) => now - hosts.Since > LongestAway && !(now - hosts.ConnectedAt <= LongestAway);
}
