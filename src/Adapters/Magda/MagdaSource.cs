using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using IntegrationHub.Adapters.Magda.Citizens;
using IntegrationHub.Adapters.Magda.Notifications;
using IntegrationHub.Adapters.Magda.Publications;
using IntegrationHub.Adapters.Magda.Rounds;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda;

/// <summary>
/// Reads the publications that came and asks who changed, then goes round the list of citizens, a page at a time. The checkpoint after each page says where all are: a round that was throttled or killed resumes there, a finished
/// one starts anew at the next run.
/// </summary>
internal sealed class MagdaSource(PublicationReader publications, NotificationPoll notifications, ICitizenList list, CitizenVisit visit, MagdaOptions options) : IPullSource
{
    public async IAsyncEnumerable<SourceBatch> PullAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken token)
    {
        var position = MagdaPosition.Read(after, options.Citizens);
        await foreach (var (records, read) in publications.ReadAsync(position.Publications ?? new(), token))
        {
            position = position with { Publications = read };
            yield return new() { Records = records, Checkpoint = position.ToCheckpoint() };
        }

        await foreach (var (records, receipt) in notifications.ReadAsync(position.Ontvangstreferte, token))
        {
            position = position with { Ontvangstreferte = receipt };
            yield return new() { Records = records, Checkpoint = position.ToCheckpoint() };
        }

        while (options.Asks)
        {
            // After a stop the round goes on with that one citizen: asking about a whole page again might end the same way.
            var size = position.Stops > 0 ? 1 : options.PageSize;
            var citizens = await list.ReadAsync(position.After, token).Take(size).ToListAsync(token);
            if (citizens.Count == 0)
                break;
            var isStuck = position.Stops >= options.StuckAfter;
            var page = await Page.ReadAsync(citizens, options.Concurrency, (citizen, inner) => visit.RunAsync(citizen, isStuck, inner), token);
            position = Next(position, citizens, page);
            yield return new() { Records = page.Records, Checkpoint = position.ToCheckpoint() };
            if (page.Stop is not null)
                ExceptionDispatchInfo.Throw(page.Stop);
        }

        if (position != position.AtStart())
            yield return new() { Records = [], Checkpoint = position.AtStart().ToCheckpoint() };
    }

    private static MagdaPosition Next(MagdaPosition position, List<ListedCitizen> citizens, Page page)
    {
        var after = page.Done > 0 ? citizens[page.Done - 1].Position : position.After;
        if (page.Stop is RetryLaterException or TimeoutException)
            return position with { After = after, Stops = page.Done > 0 ? 1 : position.Stops + 1 };
        return page.Stop is not null && page.Done == 0 ? position : position with { After = after, Stops = 0 };
    }
}
