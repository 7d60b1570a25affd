using System.Globalization;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Host.Configuration;

/// <summary>Reads <c>authorisations.json</c>: what may flow, to whom, on which ground. What is not there does not flow.</summary>
internal static class AuthorisationReader
{
    public static IReadOnlyList<Authorisation> Read(SectionReader file, IReadOnlyList<InstanceConfiguration> sources, IReadOnlyList<Partner> partners)
    {
        file.AllowOnly("authorisations");
        var authorisations = new List<Authorisation>();
        foreach (var item in file.Items("authorisations"))
        {
            item.AllowOnly("id", "source", "purpose", "recipients", "contracts", "fields", "legalBasis", "validFrom", "validUntil");
            var id = item.Id("id");
            if (id.Length > 0 && authorisations.Exists(one => one.Id == id))
                item.Error("id", $"another authorisation has the id '{id}' too. The audit log names each by its id: give this one another.");
            var source = item.Required("source", "the id of a source in hub.json");
            if (source.Length > 0 && sources.All(one => one.Id != source))
                item.Error("source", $"'{source}' is no source in hub.json.");
            var from = Edge(item, "validFrom");
            if (from is null && item.Optional("validFrom") is null)
                item.Error("validFrom", "is missing. Expected the first day, as 2026-01-01, or the time it begins, as 2026-01-01T08:00:00+01:00.");
            var until = Edge(item, "validUntil");
            var authorisation = new Authorisation(
                id,
                source,
                PurposeOf(item),
                Known(item, "recipients", [.. partners.Select(partner => partner.Id)], "no partner of partnerships.json"),
                Known(item, "contracts", FactContract.Names, "no contract"),
                Known(item, "fields", [.. DisclosedFields.All], "no field that can be disclosed"),
                item.Required("legalBasis", "the number of the deliberation, authorisation or protocol"),
                from?.Day ?? DateOnly.MaxValue,
                until?.Day) { FromTime = from?.Time, UntilTime = until?.Time };
            if (from is not null && authorisation.EndsAt <= authorisation.BeginsAt)
                item.Error("validUntil", "lies before validFrom.");
            authorisations.Add(authorisation);
        }

        return authorisations;
    }

    private static Purpose PurposeOf(SectionReader item)
    {
        var word = item.Optional("purpose");
        if (Purposes.Of(word) is { } purpose)
            return purpose;
        if (word is not null && Purposes.IsAgainstCitizens(word))
        {
            item.Error("purpose", $"'{word}' cannot be configured. People and partners entrust these data to the hub to get help and rights; used to look for fraud, to sanction or to enforce, they would keep people away "
                + $"from help. The purposes are a closed list: {string.Join(", ", Purposes.All)}.");
        }
        else
        {
            item.Error("purpose", $"expected one of: {string.Join(", ", Purposes.All)}. The list is closed: only help and rights are a purpose here.");
        }

        return default;
    }

    /// <summary>A day, or a time to the second with its distance from UTC.</summary>
    private static (DateOnly Day, DateTimeOffset? Time)? Edge(SectionReader item, string key)
    {
        if (item.Optional(key) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (day, null);
        if (text.Length > 16 && DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return (BelgianTime.DayOf(time), time);
        item.Error(key, "expected a day as 2026-12-31 (the whole day counts, in Belgium), or a time as 2026-12-31T17:00:00+01:00.");
        return null;
    }

    private static HashSet<string> Known(SectionReader item, string key, IReadOnlyList<string> known, string otherwise)
    {
        var named = item.Texts(key);
        foreach (var (text, i) in named.Select((text, i) => (text, i)))
        {
            if (!known.Contains(text))
                item.Error($"{key}[{i}]", $"'{text}' is {otherwise}. Known: {string.Join(", ", known)}.");
        }

        return [.. named];
    }
}
