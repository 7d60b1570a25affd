using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Console;

/// <summary>What the frame is drawn with: lines where the output can show them, colour only where a person looks at a terminal.</summary>
internal sealed record ConsoleStyle(string TopLeft, string BottomLeft, char Horizontal, string Vertical, string Bullet, bool HasColour)
{
    public static ConsoleStyle Of(bool isUnicode, bool hasColour) =>
        isUnicode ? new("┌", "└", '─', "│", "•", hasColour) : new("+", "+", '-', "|", "*", hasColour);

    /// <summary>For the standard output of this process; <c>NO_COLOR</c> counts.</summary>
    public static ConsoleStyle OfThisProcess() => Of(
        System.Console.OutputEncoding.WebName.StartsWith("utf", StringComparison.OrdinalIgnoreCase),
        !System.Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

    public string Emphasised(SignalKind kind, string text) =>
        !HasColour ? text : kind == SignalKind.Withdrawn ? $"\u001b[1;33m{text}\u001b[0m" : $"\u001b[1;36m{text}\u001b[0m";
}
