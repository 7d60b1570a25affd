using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Signals;

/// <summary>Chooses who should hear of a moment: the partners whose case worker already helps the citizen; when there are none, those who serve her municipality or ziekenfonds.</summary>
public sealed class Router(IReadOnlyList<Partner> partners)
{
    /// <summary>The recipients, each partner once; none when nobody serves her as far as the timeline tells.</summary>
    public IReadOnlyList<Recipient> Route(SignalText text, Timeline timeline, DateTimeOffset now)
    {
        var known = new List<Recipient>();
        foreach (var file in timeline.OpenFiles(now))
        {
            var partner = partners.FirstOrDefault(candidate => candidate.Id == file.Partner && text.Roles.Contains(candidate.Role));
            if (partner is not null && known.TrueForAll(recipient => recipient.Partner.Id != partner.Id))
                known.Add(new Recipient(partner, file.Worker, Recipient.KnownCaseWorker));
        }

        if (known.Count > 0)
            return known;

        var municipality = timeline.Municipality();
        var mutuality = timeline.Mutuality(now);
        var served = new List<Recipient>();
        foreach (var partner in partners.Where(candidate => text.Roles.Contains(candidate.Role)))
        {
            if (municipality is { } nis && partner.Municipalities.Contains(nis))
                served.Add(new Recipient(partner, null, "municipality"));
            else if (mutuality is not null && partner.Mutualities.Contains(mutuality))
                served.Add(new Recipient(partner, null, "mutuality"));
        }

        return served;
    }
}
