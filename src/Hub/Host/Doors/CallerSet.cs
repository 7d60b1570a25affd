using System.Security.Cryptography;

namespace IntegrationHub.Host.Doors;

/// <summary>The callers of one configuration.</summary>
internal sealed class CallerSet(IReadOnlyList<Caller> callers)
{
    private const string Scheme = "Bearer ";
    private readonly (Caller Caller, CallerKey Key)[] keys = [.. callers.SelectMany(caller => caller.Keys.Select(key => (caller, key)))];

    /// <summary>Who sent this <c>Authorization</c> header. Takes as long for a key that almost fits as for any other.</summary>
    /// <returns>The caller, or why there is none; with the caller when its key is known and does not count any more.</returns>
    public (Caller? Caller, RefusalKind? Why) Find(string? authorization, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(authorization))
            return (null, RefusalKind.NoKey);
        var text = authorization.AsSpan();
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || !CallerKey.HasForm(text[Scheme.Length..].Trim()))
            return (null, RefusalKind.UnknownKey);
        var hash = CallerKey.HashOf(text[Scheme.Length..].Trim().ToString());
        (Caller? Caller, CallerKey? Key) found = default;
        foreach (var (caller, key) in keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, key.Sha256.Span))
                found = (caller, key);
        }

        if (found.Caller is null)
            return (null, RefusalKind.UnknownKey);
        return found.Key!.Until <= now ? (found.Caller, RefusalKind.KeyEnded) : (found.Caller, null);
    }
}
