using System.Globalization;

namespace IntegrationHub.Simulators.Inbox;

/// <summary>Which deliveries fail and with which HTTP status.</summary>
/// <param name="Count">How many fail, counted from the start; null fails all.</param>
/// <param name="Status">The status that they get.</param>
public sealed record InboxFailure(int? Count, int Status)
{
    private const int DefaultStatus = 500;

    /// <summary>Nothing fails.</summary>
    public static InboxFailure None { get; } = new(0, DefaultStatus);

    /// <summary>
    /// Reads what <c>--fail</c> takes: <c>3</c> (the first three, with 500), <c>always</c> (all, with 500), <c>429</c> (all, with that status: a number from 300), or both parts
    /// as in <c>3:429</c> and <c>always:410</c>.
    /// </summary>
    /// <exception cref="FormatException">It is none of these; the message says what is expected.</exception>
    public static InboxFailure Parse(string text)
    {
        var parts = text.Split(':');
        if (parts.Length == 1 && Number(text) is >= 300 and < 600 and var status)
            return new InboxFailure(null, status);
        var isAlways = parts[0] == "always";
        var count = Number(parts[0]);
        var failing = parts.Length == 2 ? Number(parts[1]) : DefaultStatus;
        if (parts.Length > 2 || (!isAlways && count is null or >= 300) || failing is null or < 300 or >= 600)
            throw new FormatException("Expected a count (3), 'always', a status from 300 to 599 (429), or count and status (3:429).");
        return new InboxFailure(isAlways ? null : count, failing.Value);
    }

    /// <summary>Whether the delivery with this number (the first is 1) fails.</summary>
    public bool Hits(long delivery) => Count is null || delivery <= Count;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
