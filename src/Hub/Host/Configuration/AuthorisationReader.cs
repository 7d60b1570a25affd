using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Host.Configuration;

/// <summary>Reads <c>authorisations.json</c>: what may flow, to whom, on which ground. What is not there does not flow.</summary>
internal static class AuthorisationReader
{
    private static readonly Dictionary<string, Purpose> Purposes =
        Enum.GetValues<Purpose>().ToDictionary(purpose => JsonNamingPolicy.KebabCaseLower.ConvertName(purpose.ToString()));

    public static IReadOnlyList<Authorisation> Read(SectionReader file, IReadOnlyList<InstanceConfiguration> sources, IReadOnlyList<Partner> partners)
    {
        file.AllowOnly("authorisations");
        var authorisations = new List<Authorisation>();
        foreach (var item in file.Items("authorisations"))
        {
            item.AllowOnly("id", "source", "purpose", "recipients", "contracts", "fields", "legalBasis", "validFrom", "validUntil");
            var source = item.Required("source", "the id of a source in hub.json");
            if (source.Length > 0 && sources.All(one => one.Id != source))
                item.Error("source", $"'{source}' is no source in hub.json.");
            var purpose = item.OneOf("purpose", null, [.. Purposes.Keys]);
            var from = item.Day("validFrom");
            if (from is null && item.Optional("validFrom") is null)
                item.Error("validFrom", "is missing. Expected the first day, as 2026-01-01.");
            var until = item.Day("validUntil");
            if (until < from)
                item.Error("validUntil", "lies before validFrom.");
            authorisations.Add(new Authorisation(
                item.Id("id"),
                source,
                Purposes[purpose],
                Known(item, "recipients", [.. partners.Select(partner => partner.Id)], "no partner of partnerships.json"),
                Known(item, "contracts", FactContract.Names, "no contract"),
                Known(item, "fields", [.. DisclosedFields.All], "no field that can be disclosed"),
                item.Required("legalBasis", "the number of the deliberation, authorisation or protocol"),
                from ?? DateOnly.MaxValue,
                until));
        }

        return authorisations;
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
