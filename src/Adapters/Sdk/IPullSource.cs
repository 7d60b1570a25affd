namespace IntegrationHub.Adapters.Sdk;

/// <summary>A source the host asks on a schedule: files, an HTTP or SOAP service, a database.</summary>
public interface IPullSource
{
    /// <summary>
    /// Reads what is new since a checkpoint, page by page. The host stores a page's facts and its checkpoint in one transaction <b>before</b> it asks for the next page: when the
    /// hub is killed at any moment, the next run starts after the last stored page. Reading the same again must give the same record ids.
    /// </summary>
    /// <param name="after">What the last stored page carried; null when this source was never read.</param>
    /// <param name="token">Stop soon (within five seconds) when it is cancelled.</param>
    /// <returns>Pages of at most a few thousand records; nothing when there is nothing new.</returns>
    /// <exception cref="RetryLaterException">The source asks for time; the pages given so far stay stored and the host comes back then.</exception>
    /// <exception cref="PermanentFailureException">Retrying cannot help; a person must change something.</exception>
    /// <remarks>Any other exception is transient: the host logs it and retries. An adapter holds no retry loops.</remarks>
    IAsyncEnumerable<SourceBatch> PullAsync(Checkpoint? after, CancellationToken token);
}
