using System.Globalization;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Doors;

namespace IntegrationHub.Host.Configuration;

/// <summary>Reads <c>callers</c>: who may call the hub over HTTP, with which keys. No message repeats what stands where the hash of a key belongs.</summary>
internal static class CallerReader
{
    private static readonly Dictionary<string, CallerRight> Rights =
        Enum.GetValues<CallerRight>().ToDictionary(right => JsonNamingPolicy.KebabCaseLower.ConvertName(right.ToString()));

    public static IReadOnlyList<Caller> Read(SectionReader hub, IReadOnlyList<InstanceConfiguration> sources)
    {
        var callers = new List<Caller>();
        var hashes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in hub.Items("callers"))
        {
            item.AllowOnly("id", "sources", "may", "keys");
            var id = item.Id("id");
            if (callers.Exists(caller => caller.Id == id))
                item.Error("id", $"'{id}' is used twice. Give each its own id; one caller may have several keys.");
            var named = Sources(item, sources);
            callers.Add(new Caller(id, named, May(item, named.Count > 0), [.. item.Items("keys").Select(key => Key(key, hashes)).OfType<CallerKey>()]));
        }

        return callers;
    }

    private static HashSet<string> Sources(SectionReader item, IReadOnlyList<InstanceConfiguration> sources)
    {
        var named = item.Texts("sources");
        foreach (var (source, i) in named.Select((source, i) => (source, i)).Where(one => sources.All(known => known.Id != one.source)))
            item.Error($"sources[{i}]", $"'{source}' is no source in hub.json.");
        return [.. named];
    }

    private static HashSet<CallerRight> May(SectionReader item, bool hasSources)
    {
        var may = new HashSet<CallerRight>();
        foreach (var (text, i) in item.Texts("may").Select((text, i) => (text, i)))
        {
            if (Rights.TryGetValue(text, out var right))
                may.Add(right);
            else
                item.Error($"may[{i}]", $"expected one of: {string.Join(", ", Rights.Keys)}.");
        }

        if (may.Count == 0 && item.Texts("may").Count == 0)
            item.Error("may", $"is missing. Expected a list of: {string.Join(", ", Rights.Keys)}.");
        else if (may.Contains(CallerRight.Push) && !hasSources)
            item.Error("sources", "is missing. Name the sources that this caller may push to.");
        else if (hasSources && may.Count > 0 && !may.Contains(CallerRight.Push))
            item.Error("may", "does not hold push, and only who may push needs sources. Add it, or remove the sources.");
        return may;
    }

    private static CallerKey? Key(SectionReader item, HashSet<string> hashes)
    {
        item.AllowOnly("sha256", "until");
        var until = Until(item);
        var hash = item.Required("sha256", "the hash that 'hub callers new-key' shows");
        if (hash.Length == 0)
            return null;
        if (hash.StartsWith(CallerKey.Prefix, StringComparison.Ordinal))
        {
            item.Error("sha256", "holds a key itself, which is not for a file. Give that one up: say 'hub callers new-key', hand the caller the new key, and put its hash here.");
            return null;
        }

        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigit))
        {
            item.Error("sha256", "expected the 64 hexadecimal digits that 'hub callers new-key' shows.");
            return null;
        }

        if (!hashes.Add(hash))
            item.Error("sha256", "is here twice. Every caller has keys of its own, or nobody can tell them apart.");
        return new CallerKey(Convert.FromHexString(hash), until);
    }

    /// <summary>The end of the last day in Belgium, or an exact time.</summary>
    private static DateTimeOffset? Until(SectionReader item)
    {
        if (item.Optional("until") is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return BelgianTime.EndOf(day);
        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return at;
        item.Error("until", "expected the last day, as 2026-12-31, or a time, as 2026-12-31T18:00:00+01:00.");
        return null;
    }
}
