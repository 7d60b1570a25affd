using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Signals;
using IntegrationHub.Host.Doors;
using IntegrationHub.Host.Rules;

namespace IntegrationHub.Host.Configuration;

/// <summary>What is different between the configuration that runs and one that was read since.</summary>
/// <param name="Applied">What a running hub can take over.</param>
/// <param name="Waiting">What counts from the next start only.</param>
internal sealed record ConfigurationDifference(IReadOnlyList<ConfigurationChange> Applied, IReadOnlyList<ConfigurationChange> Waiting)
{
    public static ConfigurationDifference Between(HubConfiguration running, HubConfiguration found) => new(
        [
            .. Items("source", running.Sources, found.Sources, one => one.Id, Instance),
            .. Items("destination", running.Destinations, found.Destinations, one => one.Id, Instance),
            .. Items("partner", running.Partners, found.Partners, one => one.Id, (before, now) => Text(before) == Text(now) ? null : ""),
            .. Items("authorisation", running.Authorisations, found.Authorisations, one => one.Id, (before, now) => Text(before) == Text(now) ? null : ""),
            .. Items("administrator", running.Administrators, found.Administrators, one => one.User, (before, now) => before.May.SetEquals(now.May) ? null : ""),
            .. Items("caller", running.Callers, found.Callers, one => one.Id, (before, now) => Text(before) == Text(now) ? null : ""),
            .. Items("rule", running.Rules, found.Rules, one => one.Id, RuleDifference.Between),
            .. Items("right", running.Rights, found.Rights, one => one.Id, RuleDifference.Between),
            .. running.LongestUnprocessed == found.LongestUnprocessed ? [] : new[] { new ConfigurationChange("setting", "limits.unprocessedMinutes", ConfigurationChange.Changed, "") },
            .. running.Backlog == found.Backlog ? [] : new[] { new ConfigurationChange("setting", "limits.backlog", ConfigurationChange.Changed, "") },
            .. Text(running.Keys) == Text(found.Keys) ? [] : new[] { new ConfigurationChange("setting", "keys", ConfigurationChange.Changed, "what is written already follows with: hub keys rotate") },
            .. running.Retention == found.Retention ? [] : new[] { new ConfigurationChange("setting", "retention", ConfigurationChange.Changed, "") },
            .. running.BundleWithin == found.BundleWithin ? [] : new[] { new ConfigurationChange("setting", "signals.bundleWithinDays", ConfigurationChange.Changed, "") },
        ],
        [.. Settings(running, found).Where(setting => !setting.IsSame).Select(setting => new ConfigurationChange("setting", setting.Path, ConfigurationChange.Changed, ""))]);

    /// <summary>Whether an instance made from the one would be the same as an instance made from the other. When a source runs is no part of its instance.</summary>
    public static bool IsSameInstance(InstanceConfiguration before, InstanceConfiguration now) => !InstanceChanges(before, now).Any();

    /// <summary>The found configuration with what cannot change while a hub runs as it is.</summary>
    public static HubConfiguration Applicable(HubConfiguration running, HubConfiguration found) => found with
    {
        Instance = running.Instance, Store = running.Store, Bus = running.Bus, Keys = found.Keys with { AuditKeyId = running.Keys.AuditKeyId, AuditKeys = running.Keys.AuditKeys }, AuditHead = running.AuditHead, Urls = running.Urls, HttpTls = running.HttpTls, MaxRecordBytes = running.MaxRecordBytes, LargestLoss = running.LargestLoss,
        Jump = running.Jump, RequestsPerMinute = running.RequestsPerMinute, Otlp = running.Otlp,
    };

    private static IEnumerable<ConfigurationChange> Items<T>(string what, IReadOnlyList<T> running, IReadOnlyList<T> found, Func<T, string> id, Func<T, T, string?> difference)
    {
        var before = running.ToDictionary(id);
        foreach (var now in found)
        {
            if (!before.Remove(id(now), out var former))
                yield return new(what, id(now), ConfigurationChange.Added, "");
            else if (difference(former, now) is { } detail)
                yield return new(what, id(now), ConfigurationChange.Changed, detail);
        }

        foreach (var removed in before.Keys)
            yield return new(what, removed, ConfigurationChange.Removed, "");
    }

    private static string? Instance(InstanceConfiguration before, InstanceConfiguration now)
    {
        var changes = InstanceChanges(before, now).ToList();
        if (before.Schedule != now.Schedule)
            changes.Add("schedule");
        if (before.MayNotFallSilent != now.MayNotFallSilent)
            changes.Add("silence");
        return changes.Count == 0 ? null : string.Join(", ", changes);
    }

    private static IEnumerable<string> InstanceChanges(InstanceConfiguration before, InstanceConfiguration now)
    {
        if (before.Adapter != now.Adapter)
            yield return "adapter";
        var (was, isNow) = (before.FlatOptions(), now.FlatOptions());
        foreach (var key in was.Keys.Union(isNow.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))
        {
            if (!was.TryGetValue(key, out var old) || !isNow.TryGetValue(key, out var value) || old != value)
                yield return $"options.{key.Replace(ConfigurationPath.KeyDelimiter, ".", StringComparison.Ordinal)}";
        }

        if (before.AsksFirstLoad != now.AsksFirstLoad)
            yield return "firstLoad";
        if (before.Mapping != now.Mapping)
            yield return "the file of its mapping";
    }

    private static IEnumerable<(string Path, bool IsSame)> Settings(HubConfiguration running, HubConfiguration found) =>
    [
        ("instance", running.Instance == found.Instance),
        ("store", running.Store == found.Store),
        ("bus", running.Bus with { Uri = null } == found.Bus with { Uri = null } && running.Bus.Uri?.OriginalString == found.Bus.Uri?.OriginalString),
        ("keys.audit", running.Keys.AuditKeyId == found.Keys.AuditKeyId && Sorted(running.Keys.AuditKeys.Keys) == Sorted(found.Keys.AuditKeys.Keys)),
        ("audit.head", running.AuditHead == found.AuditHead),
        ("http.tls", running.HttpTls == found.HttpTls),
        ("http.urls", running.Urls == found.Urls),
        ("telemetry.otlp", running.Otlp == found.Otlp),
        ("limits.jump", running.Jump.Equals(found.Jump)),
        ("limits.largestLoss", running.LargestLoss.Equals(found.LargestLoss)),
        ("limits.requestsPerMinute", running.RequestsPerMinute == found.RequestsPerMinute),
        ("limits.maxRecordBytes", running.MaxRecordBytes == found.MaxRecordBytes),
    ];

    private static string Text(Partner one) => $"{one.Role}|{Sorted(one.Municipalities.Select(code => code.Value))}|{Sorted(one.Mutualities)}|{one.Destination}";

    private static string Text(Caller one) =>
        $"{Sorted(one.Sources)}|{Sorted(one.May.Select(right => right.ToString()))}|{Sorted(one.Keys.Select(key => $"{Convert.ToHexString(key.Sha256.Span)}:{key.Until:O}"))}";

    private static string Text(Authorisation one) =>
        $"{one.Source}|{one.Purpose}|{Sorted(one.Recipients)}|{Sorted(one.Contracts)}|{Sorted(one.Fields)}|{one.LegalBasis}|{one.BeginsAt:O}|{one.EndsAt:O}";

    private static string Text(KeyConfiguration keys) =>
        $"{string.Join(',', keys.Pseudonym.Select(key => key.Id))}|{keys.SealKeyId}|{Sorted(keys.SealKeys.Keys)}";

    private static string Sorted(IEnumerable<string> texts) => string.Join(',', texts.Order(StringComparer.Ordinal));
}
