using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IntegrationHub.Simulators.Magda;

/// <summary>
/// Says which requests go wrong. As text: <c>SERVICE:INSZ</c>, with <c>*</c> for any (<c>GeefPersoon:*</c>, <c>*:85611000139</c>), or <c>every:N</c>; a kind may follow
/// (<c>every:10:timeout</c>): fault (the default), throttle, busy, timeout, unavailable.
/// </summary>
public sealed record MagdaFault
{
    /// <summary>The service; null for any.</summary>
    public string? Service { get; init; }

    /// <summary>The INSZ asked; null for any.</summary>
    public string? Insz { get; init; }

    /// <summary>Every so many requests; null for each.</summary>
    public int? EveryNth { get; init; }

    /// <summary>How it goes wrong.</summary>
    public MagdaFaultKind Kind { get; init; }

    /// <summary>Reads the text of the command line.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out MagdaFault? fault)
    {
        fault = null;
        var parts = text?.Split(':') ?? [];
        var kind = MagdaFaultKind.Fault;
        if (parts.Length is < 2 or > 3 || (parts.Length == 3 && !(Enum.TryParse(parts[2], ignoreCase: true, out kind) && Enum.IsDefined(kind))))
            return false;
        if (parts[0] != "every")
            fault = new() { Service = Any(parts[0]), Insz = Any(parts[1]), Kind = kind };
        else if (int.TryParse(parts[1], CultureInfo.InvariantCulture, out var nth) && nth > 0)
            fault = new() { EveryNth = nth, Kind = kind };
        return fault is not null;
    }

    /// <summary>Whether the request with this number (from 1) goes wrong.</summary>
    internal bool Hits(string service, string? insz, long number) =>
        (Service is null || Service == service) && (Insz is null || Insz == insz) && (EveryNth is not { } nth || number % nth == 0);

    /// <summary>Shows no INSZ.</summary>
    public override string ToString() => $"MagdaFault({Kind})";

    private static string? Any(string part) => part is "*" or "" ? null : part;
}
