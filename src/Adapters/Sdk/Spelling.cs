namespace IntegrationHub.Adapters.Sdk;

/// <summary>Compares names as people mistype them.</summary>
public static class Spelling
{
    /// <summary>How many letters must be added, removed or replaced to make one name the other (Levenshtein), capitals ignored: a wrong capital is the nearest mistake of all.</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
