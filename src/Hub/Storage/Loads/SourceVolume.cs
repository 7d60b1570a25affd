namespace IntegrationHub.Storage.Loads;

/// <summary>What a page must know of the loads of its source.</summary>
/// <param name="Day">The Belgian day it was read for.</param>
/// <param name="ReadAt">When it was read, micros.</param>
/// <param name="FirstUntil">The end of the first load, micros; <see cref="NotEnded"/> while it goes on.</param>
/// <param name="HasJump">Whether this day is a jump already.</param>
/// <param name="Most">More facts than this make the day a jump.</param>
internal sealed record SourceVolume(int Day, long ReadAt, long FirstUntil, bool HasJump, long Most)
{
    public const long NotEnded = long.MaxValue;

    /// <summary>While a first load goes on another host may see its end.</summary>
    private const long LongestWhileReading = 10_000_000;

    /// <summary>Whether it still holds for a page that the hub knew then.</summary>
    public bool IsFor(int day, long knownAt) => day == Day && (FirstUntil != NotEnded || Math.Abs(knownAt - ReadAt) < LongestWhileReading);

    /// <summary>
    /// Whether the facts of a page count towards the volume of the day: those of a first load do not, so that it makes no later day look usual. A jump does, whole: a
    /// source that is always that large is asked about once, and the middle of many days makes a single one no rule.
    /// </summary>
    public bool Counts(long knownAt) => knownAt > FirstUntil;
}
