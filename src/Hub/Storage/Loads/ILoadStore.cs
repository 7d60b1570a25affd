using IntegrationHub.Core.Loads;

namespace IntegrationHub.Storage.Loads;

/// <summary>The loads: what is asked about them, and what a person answers. They are opened where pages are appended.</summary>
public interface ILoadStore
{
    /// <summary>The loads that nobody answered yet, oldest first: one question each.</summary>
    Task<IReadOnlyList<LoadQuestion>> QuestionsAsync(CancellationToken token);

    /// <summary>A source that is read was read to its end: if its first load went on, that was it.</summary>
    Task EndFirstAsync(string source, DateTimeOffset now, CancellationToken token);

    /// <summary>Answers every open load of a source, also for what still comes of it.</summary>
    /// <param name="source">Id of the source.</param>
    /// <param name="state">Released or kept.</param>
    /// <param name="since">When released: what happened before it is history nevertheless; null for all of it.</param>
    /// <param name="actor">Who answered, for the audit log.</param>
    /// <param name="now">When it was answered.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>What was answered, with what was held until then; nothing when nothing is open.</returns>
    Task<IReadOnlyList<LoadAnswer>> AnswerAsync(string source, LoadState state, DateTimeOffset? since, string actor, DateTimeOffset now, CancellationToken token);

    /// <summary>
    /// Has everybody with a held moment of an answered load looked at again at once, some at a time; a running hub does the rest. Safe to call again, by anyone, also after it was cut off.
    /// </summary>
    /// <param name="now">From when they are due.</param>
    /// <param name="progress">Told how many people are due after each page; null for nobody.</param>
    /// <param name="token">Cancels.</param>
    Task SettleAsync(DateTimeOffset now, Action<int>? progress, CancellationToken token);
}
