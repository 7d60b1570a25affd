using IntegrationHub.Contracts;
using IntegrationHub.Host.Composition;

namespace IntegrationHub.Host.Erasure;

/// <summary>What became of those on the list of erasures after a store came back from a backup.</summary>
/// <param name="Citizens">How many the backup held; they are erased again.</param>
/// <param name="Unknown">References of those erased since the backup that it does not hold: who comes again from a source is a stranger with another reference.</param>
/// <param name="WithoutReference">When somebody was erased since the backup who had no reference: the list cannot say who.</param>
internal sealed record ErasedAgain(int Citizens, IReadOnlyList<CitizenRef> Unknown, IReadOnlyList<DateTimeOffset> WithoutReference)
{
    /// <summary>Clocks of two hosts may differ, and a backup takes a while.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>Erases again whoever is on the list, also who was erased before the backup: then nothing is there.</summary>
    public static async Task<ErasedAgain> RunAsync(HubServices hub, IReadOnlyList<ListedErasure> listed, DateTimeOffset madeAt, string actor, DateTimeOffset now, CancellationToken token)
    {
        var citizens = 0;
        var unknown = new List<CitizenRef>();
        var withoutReference = new List<DateTimeOffset>();
        foreach (var erasure in listed.DistinctBy(one => (one.At, one.References.Count == 0 ? (CitizenRef?)null : one.References[0])))
        {
            var isSince = erasure.At > madeAt - Margin;
            if (erasure.References.Count == 0 && isSince)
                withoutReference.Add(erasure.At);
            var isThere = false;
            // Two that were one when she was erased may not have been when the backup was made.
            foreach (var reference in erasure.References)
            {
                if (await CitizenToErase.FindAsync(hub, reference, null, token) is not { } citizen)
                    continue;
                await citizen.EraseAsync(hub, actor, $"erased before, on {erasure.At:O}, and brought back by a restore", now, token);
                isThere = true;
            }

            if (isThere)
                citizens++;
            else if (isSince)
                unknown.AddRange(erasure.References);
        }

        return new ErasedAgain(citizens, unknown, withoutReference);
    }
}
