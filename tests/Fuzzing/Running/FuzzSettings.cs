using System.Globalization;

namespace IntegrationHub.Fuzzing.Tests.Running;

/// <summary>How much is tried: <c>HUB_FUZZ_INPUTS</c> in all, from <c>HUB_FUZZ_START</c>; or one input again, by <c>HUB_FUZZ_SEED</c> as a failure printed it.</summary>
internal static class FuzzSettings
{
    private const int UsualInputs = 12_000;

    /// <summary>How many inputs in all.</summary>
    public static int Inputs { get; } = Number("HUB_FUZZ_INPUTS", UsualInputs);

    /// <summary>The number that all seeds of a run come from.</summary>
    public static int Start { get; } = Number("HUB_FUZZ_START", 20_261_122);

    /// <summary>The one input to try again: <c>TARGET:NUMBER</c>.</summary>
    public static string? Replay { get; } = Environment.GetEnvironmentVariable("HUB_FUZZ_SEED") is { Length: > 0 } seed ? seed : null;

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : otherwise;
}
