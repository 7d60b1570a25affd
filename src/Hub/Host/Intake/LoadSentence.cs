using IntegrationHub.Core.Loads;
using IntegrationHub.Storage.Loads;

namespace IntegrationHub.Host.Intake;

/// <summary>A load in plain words, with how to answer.</summary>
internal static class LoadSentence
{
    /// <summary>For the log, when it begins.</summary>
    public static string Opened(string source, LoadReason reason) => reason == LoadReason.FirstLoad
        ? $"Source {source} is read for the first time. What this brings to light raises no signal until you say what to do with it: hub backfill --config DIR."
        : $"Source {source} told far more today than it usually does (limits.jump). What this brings to light raises no signal until you say what to do with it: hub backfill --config DIR.";

    /// <summary>What is asked, wherever an administrator looks.</summary>
    public static string Asked(LoadQuestion question)
    {
        var held = question.Held.Sum(kind => kind.Count);
        // What it told may still become a moment: a job that ends next month.
        var waits = held == 0 ? "nothing in it is a moment yet, and what becomes one waits for your answer" : $"{Number.Of(held, "moment")} {(held == 1 ? "waits" : "wait")} for your answer";
        return $"{question.Source}: {Name(question.Reason)} ({Number.Of(question.Facts, "fact")}) raised no signal; {waits}. hub backfill --config DIR shows what to say.";
    }

    /// <summary>What came of an answer.</summary>
    public static string Answered(string source, LoadAnswer answer)
    {
        var more = answer.Until is null ? " So does what it still brings until it was read to its end." : "";
        return (answer.Signalled, answer.History) switch
        {
            (0, 0) => $"{source}: {Name(answer.Reason)} held no moment.{more}",
            (0, var history) => $"{source}: {Number.Of(history, "moment")} of {Name(answer.Reason)} {(history == 1 ? "is" : "are")} history now and {(history == 1 ? "raises" : "raise")} no signal.{more}",
            var (signalled, history) => $"{source}: {Number.Of(signalled, "moment")} of {Name(answer.Reason)} {(signalled == 1 ? "becomes a signal" : "become signals")}; those of one situation share one.{(history > 0 ? $" {history} {(history == 1 ? "is" : "are")} history." : "")}{more}",
        };
    }

    /// <summary>The reason as a subject.</summary>
    public static string Name(LoadReason reason) => reason == LoadReason.FirstLoad ? "its first load" : "a day with far more than usual";

    /// <summary>The reason as a code.</summary>
    public static string Code(LoadReason reason) => reason == LoadReason.FirstLoad ? "first-load" : "jump";
}
