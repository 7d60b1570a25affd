namespace IntegrationHub.Adapters.Mapped.Http;

/// <summary>Reads the header <c>Link</c> (RFC 8288): <c>&lt;https://example.org/?page=2&gt;; rel="next"</c>.</summary>
internal static class LinkHeader
{
    /// <summary>The address of the next page; null when there is none.</summary>
    public static string? Next(IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            var rest = value.AsSpan();
            while (rest.IndexOf('<') is var open and >= 0 && rest[open..].IndexOf('>') is var length and > 0)
            {
                var target = rest.Slice(open + 1, length - 1);
                rest = rest[(open + length + 1)..];
                var end = rest.IndexOf('<');
                if (IsNext(end < 0 ? rest : rest[..end]))
                    return target.Trim().ToString();
            }
        }

        return null;
    }

    private static bool IsNext(ReadOnlySpan<char> parameters)
    {
        foreach (var part in parameters.ToString().Split(';', ','))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part[..equals].Trim().Equals("rel", StringComparison.OrdinalIgnoreCase)
                && part[(equals + 1)..].Trim(' ', '"').Split(' ').Contains("next", StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
