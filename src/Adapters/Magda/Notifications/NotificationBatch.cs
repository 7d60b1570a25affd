using System.Xml.Linq;
using IntegrationHub.Adapters.Magda.Replies;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Notifications;

/// <summary>Whom a batch of notifications names, and the receipt by which it is acknowledged.</summary>
internal sealed record NotificationBatch(IReadOnlyList<Insz> Citizens, string? Receipt)
{
    /// <summary>The batch that a reply holds; null when it holds none.</summary>
    public static NotificationBatch? Read(MagdaReply reply)
    {
        if (reply.Inhoud is not { } inhoud)
            return null;
        var numbers = inhoud.Descendants("INSZ").Concat(inhoud.Descendants("Sleutel").Where(IsPerson)).Select(element => Insz.TryParse(element.Value.Trim(), out var citizen) ? citizen : (Insz?)null);
        var receipt = inhoud.Descendants("Ontvangstreferte").FirstOrDefault()?.Value.Trim();
        return new([.. numbers.OfType<Insz>().Distinct()], string.IsNullOrEmpty(receipt) ? null : receipt);
    }

    /// <summary>What to make of a reply that holds no batch.</summary>
    public static Normalised Refuse(IReadOnlyList<Rejection> rejections) => Normalised.Reject(
        rejections.Count > 0 ? rejections : [new("Antwoord/Inhoud/Ontvangstreferte", "a batch of notifications with a receipt, found another reply", "Ask MAGDA's helpdesk with the reference in the reply.")]);

    /// <summary>Shows how many only.</summary>
    public override string ToString() => $"NotificationBatch({Citizens.Count} citizens)";

    private static bool IsPerson(XElement key) => key.Parent?.Element("Type")?.Value.Trim() is null or "PERS";
}
