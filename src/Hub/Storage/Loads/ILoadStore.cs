namespace IntegrationHub.Storage.Loads;

/// <summary>The loads and what is asked about them. They are opened where pages are appended.</summary>
public interface ILoadStore
{
    /// <summary>The loads that nobody answered yet, oldest first: one question each.</summary>
    Task<IReadOnlyList<LoadQuestion>> QuestionsAsync(CancellationToken token);

    /// <summary>A source that is read was read to its end: if its first load went on, that was it.</summary>
    Task EndFirstAsync(string source, DateTimeOffset now, CancellationToken token);
}
