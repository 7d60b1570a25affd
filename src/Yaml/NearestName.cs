using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Yaml;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestName
{
    /// <summary><c>did you mean 'x'?</c>, or the whole list.</summary>
    public static string Hint(string name, IReadOnlyCollection<string> known)
    {
        if (known.Count == 0)
            return "there are none: remove it";
        var (nearest, distance) = known.Select(candidate => (candidate, distance: Spelling.Distance(name, candidate))).MinBy(one => one.distance);
        return distance <= Math.Max(2, nearest.Length / 2) ? $"did you mean '{nearest}'?" : $"write one of {string.Join(", ", known)}";
    }

    /// <summary>The one that is written nearly as a name: at most a third of it differs. Null when there is none.</summary>
    public static string? Of(string name, IReadOnlyCollection<string> known, Func<string, string> fold)
    {
        var near = known.Select(candidate => (candidate, folded: fold(candidate))).Where(one => one.folded.Length > 0).Select(one => (one.candidate, one.folded, distance: Spelling.Distance(name, one.folded))).ToList();
        if (near.Count == 0)
            return null;
        var nearest = near.MinBy(one => one.distance);
        return nearest.distance <= Math.Max(name.Length, nearest.folded.Length) / 3 ? nearest.candidate : null;
    }
}
