using IntegrationHub.Core.Loads;

namespace IntegrationHub.Host.Intake;

/// <summary>A load in a plain sentence, with how to answer.</summary>
internal static class LoadSentence
{
    /// <summary>For the log, when it begins.</summary>
    public static string Opened(string source, LoadReason reason) =>
        $"{Subject(source, reason)}. What this brings to light raises no signal until you answer: hub backfill --config DIR.";

    private static string Subject(string source, LoadReason reason) => reason == LoadReason.FirstLoad
        ? $"Source {source} is read for the first time"
        : $"Source {source} told far more today than it usually does in a day (limits.jump)";
}
