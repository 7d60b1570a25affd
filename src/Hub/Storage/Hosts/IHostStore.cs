namespace IntegrationHub.Storage.Hosts;

/// <summary>Which hosts run on this store, and what an administrator asks of all of them.</summary>
public interface IHostStore
{
    /// <summary>How long it is known which hosts ran, what was asked of them and what they made of it: a year, as the record of what was changed.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>A host says that it runs, and which keys it has: at its start and every few seconds.</summary>
    Task SeenAsync(string instance, DateTimeOffset startedAt, DateTimeOffset now, IReadOnlyCollection<string> keys, CancellationToken token);

    /// <summary>A host says how its consumer is: when it was last connected to the bus, and when it last had a batch.</summary>
    Task ConsumingAsync(string instance, DateTimeOffset? connectedAt, DateTimeOffset? consumedAt, CancellationToken token);

    /// <summary>The hosts that said since a time that they run, together.</summary>
    Task<LiveHosts> LiveAsync(DateTimeOffset since, CancellationToken token);

    /// <summary>A host stops.</summary>
    Task LeaveAsync(string instance, CancellationToken token);

    /// <summary>The hosts that said so since a time, by name.</summary>
    Task<IReadOnlyList<string>> RunningAsync(DateTimeOffset since, CancellationToken token);

    /// <summary>The hosts that said so since a time, by name, and the keys that each has.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyCollection<string>>> KeysOfRunningAsync(DateTimeOffset since, CancellationToken token);

    /// <summary>Asks every host to read its configuration again, and forgets hosts and questions of longer than <see cref="Kept"/> ago. Returns the number of the question.</summary>
    Task<long> AskRescanAsync(DateTimeOffset now, CancellationToken token);

    /// <summary>The latest question that was asked at or after a time; null when there is none.</summary>
    Task<long?> LatestRescanAsync(DateTimeOffset since, CancellationToken token);

    /// <summary>A host answers, with its report as JSON. Its first answer stays: it is the record of what was changed.</summary>
    Task AnswerRescanAsync(long rescan, string instance, string report, DateTimeOffset now, CancellationToken token);

    /// <summary>Who answered so far, by name, and what.</summary>
    Task<IReadOnlyList<RescanAnswer>> AnswersAsync(long rescan, CancellationToken token);
}
