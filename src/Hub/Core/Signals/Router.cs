using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Signals;

/// <summary>Chooses who should hear of a moment: the partners whose case worker already helps the citizen; when there are none, those who serve her municipality or ziekenfonds.</summary>
public sealed class Router(IReadOnlyList<Partner> partners)
{
    /// <summary>The recipients, each partner once; none when nobody serves her as far as the timeline tells.</summary>
    /// <param name="wanted">The roles that may be of help.</param>
    /// <param name="timeline">Hers.</param>
    /// <param name="now">The time at which files are open and memberships run.</param>
    public IReadOnlyList<Recipient> Route(IReadOnlyList<PartnerRole> wanted, Timeline timeline, DateTimeOffset now)
    {
        var known = new List<Recipient>();
        foreach (var file in timeline.OpenFiles(now))
        {
            var partner = partners.FirstOrDefault(candidate => candidate.Id == file.Partner && wanted.Contains(candidate.Role));
            if (partner is not null && known.TrueForAll(recipient => recipient.Partner.Id != partner.Id))
                known.Add(new Recipient(partner, file.Worker, Recipient.KnownCaseWorker));
        }

        if (known.Count > 0)
            return known;

        var municipality = timeline.Municipality();
        var mutuality = timeline.Mutuality(now);
        var served = new List<Recipient>();
        foreach (var partner in partners.Where(candidate => wanted.Contains(candidate.Role)))
        {
            if (municipality is { } nis && partner.Municipalities.Contains(nis))
                served.Add(new Recipient(partner, null, "municipality"));
            else if (mutuality is not null && partner.Mutualities.Contains(mutuality))
                served.Add(new Recipient(partner, null, "mutuality"));
        }

        return served;
    }

    /// <summary>Why nobody could be chosen: what the facts do not tell of her, or which partner is missing in <c>partnerships.json</c>.</summary>
    public static string WhyNobody(IReadOnlyList<PartnerRole> wanted, Timeline timeline, DateTimeOffset now)
    {
        var roles = string.Join(" or ", wanted.Select(role => role.ToString().ToLowerInvariant()));
        var known = new List<string>();
        if (timeline.Municipality() is { } municipality)
            known.Add($"municipality {municipality}");
        if (timeline.Mutuality(now) is { } mutuality)
            known.Add($"ziekenfonds {mutuality}");
        return known.Count == 0
            ? "No municipality and no ziekenfonds is known of this citizen, and no partner has a file open for her. A source must give one of these (person-changed with a municipality), and an authorisation must name it (the contract, and the field municipality)."
            : $"{string.Join(", ", known)}: no partner ({roles}) in partnerships.json serves it, and none has a file open for this citizen.";
    }
}
