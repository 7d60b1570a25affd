using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Plugins.Manifest;

/// <summary>Finds what somebody probably meant.</summary>
static class NearestName
{
    /// <summary>The known name that differs least; null when none comes near.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        var best = known.Select(candidate => (candidate, distance: Spelling.Distance(name, candidate))).OrderBy(x => x.distance).ThenBy(x => x.candidate, StringComparer.Ordinal).FirstOrDefault();
        return best.candidate is not null && best.distance <= Math.Max(2, best.candidate.Length / 2) ? best.candidate : null;
    }

    /// <summary>"; did you mean 'x'?" or nothing.</summary>
    public static string Hint(string name, IReadOnlyCollection<string> known) =>
        Of(name, known) is { } nearest ? $"; did you mean '{nearest}'?" : $"; known are {string.Join(", ", known)}.";
}
