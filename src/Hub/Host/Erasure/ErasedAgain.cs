using IntegrationHub.Contracts;
using IntegrationHub.Host.Composition;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Host.Erasure;

/// <summary>What became of those on the list of erasures after a store came back from a backup.</summary>
/// <param name="Citizens">How many the backup held; they are erased again.</param>
/// <param name="Unknown">References of those erased since the backup that it does not hold: who comes again from a source is a stranger with another reference.</param>
/// <param name="WithoutReference">When somebody was erased since the backup who had no reference: the list cannot say who.</param>
internal sealed record ErasedAgain(int Citizens, IReadOnlyList<CitizenRef> Unknown, IReadOnlyList<DateTimeOffset> WithoutReference)
{
    /// <summary>What was erased this shortly before the backup may still be in it, in quarantine: clocks of two hosts may differ, and an erasure takes a while.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Erases whom the list of this host names and the store holds, before anything of them is sent: a restore that was cut off filled the store and did not come to it, and neither did an erasure that was
    /// cut off. A line that cannot be read does not keep the hub from its work; it is told each time.
    /// </summary>
    public static async Task RunAtStartAsync(HubServices hub, ILogger logger, DateTimeOffset now, CancellationToken token)
    {
        var listed = hub.Erasures.Read(problem => logger.LogError("Whom it names is not erased again: {Problem}", problem.Message));
        if ((await RunAsync(hub, listed, now, AuditActors.Hub, now, token)).Citizens is > 0 and var citizens)
            logger.LogWarning("{Count} of those on the list of erasures were in the store and are erased again", citizens);
    }

    /// <summary>Erases again whoever is on the list, also who was erased before the backup: then nothing is there.</summary>
    public static async Task<ErasedAgain> RunAsync(HubServices hub, IReadOnlyList<ListedErasure> listed, DateTimeOffset madeAt, string actor, DateTimeOffset now, CancellationToken token)
    {
        var citizens = 0;
        var unknown = new List<CitizenRef>();
        var withoutReference = new List<DateTimeOffset>();
        // Of a long list almost nobody.
        var there = (await hub.Store.Erasure.WhoIsThereAsync([.. listed.SelectMany(one => one.References).Distinct()], token)).ToHashSet();
        foreach (var erasure in listed.DistinctBy(one => one.Identity))
        {
            if (erasure.References.Count == 0 && erasure.At > madeAt - Margin)
                withoutReference.Add(erasure.At);
            var isThere = false;
            // Two that were one when she was erased may not have been when the backup was made.
            foreach (var reference in erasure.References.Where(there.Contains))
            {
                if (await CitizenToErase.FindAsync(hub, reference, null, token) is not { } citizen)
                    continue;
                await citizen.EraseAsync(hub, actor, $"erased before, on {erasure.At:O}, and in the store again", now, token);
                isThere = true;
            }

            if (isThere)
                citizens++;
            else if (erasure.At > madeAt)
                unknown.AddRange(erasure.References);
        }

        return new ErasedAgain(citizens, unknown, withoutReference);
    }
}
