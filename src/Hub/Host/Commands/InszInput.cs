using IntegrationHub.Contracts;

namespace IntegrationHub.Host.Commands;

/// <summary>An INSZ comes in by standard input alone: an argument stands in the list of processes and in the history of a terminal.</summary>
internal static class InszInput
{
    public const string Expected = "Expected an INSZ on standard input, 11 digits with its check digits";

    /// <summary>The first line; null when it is none.</summary>
    public static async Task<Insz?> ReadAsync(CancellationToken token) => Insz.TryParse((await Console.In.ReadLineAsync(token))?.Trim(), out var insz) ? insz : null;
}
