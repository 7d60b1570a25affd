using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using IntegrationHub.Adapters.Magda.Citizens;
using IntegrationHub.Adapters.Magda.Replies;
using IntegrationHub.Adapters.Magda.Requests;
using IntegrationHub.Adapters.Magda.Rounds;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Notifications;

/// <summary>Asks who changed, batch by batch, and at once about each of them whom the partners help; MAGDA names whoever is registered, also for another application. The question for the next batch acknowledges this one: it is asked after what was fetched is stored.</summary>
internal sealed class NotificationPoll(Interview interview, RequestWriter writer, Registrations registrations, ICitizenList list, CitizenVisit visit, MagdaOptions options)
{
    /// <summary>The pages of what was fetched, each with the receipt to go on from.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<SourceRecord> Records, string? Receipt)> ReadAsync(string? receipt, [EnumeratorCancellation] CancellationToken token)
    {
        if (options.MutatiesNotificaties is null || !options.Asks)
            yield break;
        while (true)
        {
            var (record, reply) = await interview.AskAsync(writer.MutatiesNotificaties(receipt), token);
            if (reply is not null && receipt is not null && reply.Has(CodeMeaning.WrongReceipt))
            {
                receipt = null;
                continue;
            }

            if (reply is not null && reply.Has(CodeMeaning.NoData))
                yield break;
            if (reply is null || reply.Exceptions.Any(one => one.IsError && one.Meaning != CodeMeaning.Information) || NotificationBatch.Read(reply) is not { Receipt: not null } batch || batch.Receipt == receipt)
            {
                yield return ([record], receipt);
                yield break;
            }

            var ours = await OursAsync(batch.Citizens, token);
            var listed = ours.Select(citizen => new ListedCitizen("", citizen, HasOpenFile: true)).ToList();
            var page = await Page.ReadAsync(listed, options.Concurrency, (citizen, inner) => visit.RunAsync(citizen, false, inner), token);
            if (page.Stop is PermanentFailureException)
                ExceptionDispatchInfo.Throw(page.Stop);

            // MAGDA throttled or did not answer: what was fetched is stored, the batch is not acknowledged and comes again.
            if (page.Stop is null)
                receipt = batch.Receipt;
            yield return (page.Records, receipt);
            if (page.Stop is not null)
                yield break;
        }
    }

    /// <summary>Those whom this source registered; where it registers nobody, those on its list.</summary>
    private async Task<IReadOnlyList<Insz>> OursAsync(IReadOnlyList<Insz> named, CancellationToken token)
    {
        var ours = new HashSet<Insz>();
        if (options.RegistreerInschrijving)
        {
            foreach (var citizen in named)
            {
                if (await registrations.IsCurrentAsync(citizen, token))
                    ours.Add(citizen);
            }
        }
        else if (named.Count > 0)
        {
            var wanted = named.ToHashSet();
            await foreach (var citizen in list.ReadAsync(null, token))
            {
                if (citizen is { HasOpenFile: true, Insz: { } insz } && wanted.Contains(insz))
                    ours.Add(insz);
            }
        }

        return [.. named.Where(ours.Contains)];
    }
}
