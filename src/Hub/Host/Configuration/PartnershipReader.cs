using IntegrationHub.Contracts;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Host.Configuration;

/// <summary>Reads <c>partnerships.json</c>: who serves which municipality or ziekenfonds, and through which destination. No public table of this exists.</summary>
internal static class PartnershipReader
{
    public static IReadOnlyList<Partner> Read(SectionReader file, IReadOnlyList<InstanceConfiguration> destinations)
    {
        file.AllowOnly("partners");
        var partners = new List<Partner>();
        foreach (var item in file.Items("partners"))
        {
            item.AllowOnly("id", "role", "municipalities", "mutualities", "destination");
            var id = item.Id("id");
            if (partners.Exists(partner => partner.Id == id))
                item.Error("id", $"'{id}' is used twice. Give each partner its own id.");
            var role = Enum.Parse<PartnerRole>(item.OneOf("role", null, "ocmw", "caw", "dmw"), ignoreCase: true);
            var destination = item.Required("destination", "the id of a destination in hub.json");
            if (destination.Length > 0 && destinations.All(one => one.Id != destination))
                item.Error("destination", $"'{destination}' is no destination in hub.json.");
            partners.Add(new Partner(id, role, Municipalities(item), Mutualities(item), destination));
        }

        if (partners.Count == 0)
            file.Error("partners", "is empty. Without partners no signal can go anywhere.");
        return partners;
    }

    private static HashSet<NisCode> Municipalities(SectionReader item)
    {
        var codes = new HashSet<NisCode>();
        foreach (var (text, i) in item.Texts("municipalities").Select((text, i) => (text, i)))
        {
            if (NisCode.TryParse(text, out var code))
                codes.Add(code);
            else
                item.Error($"municipalities[{i}]", "expected a NIS code of 5 digits, such as 44021.");
        }

        return codes;
    }

    private static HashSet<string> Mutualities(SectionReader item)
    {
        var numbers = item.Texts("mutualities");
        foreach (var (text, i) in numbers.Select((text, i) => (text, i)))
        {
            if (text.Length != 3 || !text.All(char.IsAsciiDigit))
                item.Error($"mutualities[{i}]", "expected the number of a ziekenfonds: 3 digits.");
        }

        return [.. numbers];
    }
}
