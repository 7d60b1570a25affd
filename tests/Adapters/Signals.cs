using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters;

/// <summary>A signal about nobody: the INSZ is one of the government's test numbers.</summary>
internal static class Signals
{
    public static SignalReady Full() => new()
    {
        DeliveryId = Guid.Parse("0d9c9a4e-3c1f-4a1e-8f57-1f3f3d5b8a10"),
        SignalId = Guid.Parse("5f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a01"),
        Kind = SignalKind.Issued,
        MomentCode = "ontslag",
        Title = new Dictionary<string, string> { ["nl"] = "Iemand heeft geen werk meer", ["en"] = "Somebody is out of work" },
        Text = new Dictionary<string, string>
        {
            ["nl"] = "Bekijk samen of er een uitkering is aangevraagd.",
            ["en"] = "Look together at whether a benefit was asked for.",
        },
        OccurredAt = new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.FromHours(1)),
        KnownAt = new DateTimeOffset(2026, 11, 20, 8, 58, 0, TimeSpan.Zero),
        DecidedAt = new DateTimeOffset(2026, 11, 20, 8, 59, 0, TimeSpan.Zero),
        Priority = SignalPriority.Normal,
        ExpiresAt = new DateTimeOffset(2027, 1, 15, 0, 0, 0, TimeSpan.FromHours(1)),
        Moments =
        [
            new SignalMoment
            {
                Code = "ontslag",
                Title = new Dictionary<string, string> { ["nl"] = "Iemand heeft geen werk meer", ["en"] = "Somebody is out of work" },
                OccurredAt = new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.FromHours(1)),
                KnownAt = new DateTimeOffset(2026, 11, 20, 8, 58, 0, TimeSpan.Zero),
                Sources = ["magda"],
            },
        ],
        Recipient = "ocmw-gent",
        Worker = "mw-17",
        Citizen = CitizenRef.Parse("2b7e1516-28ae-4d2a-a6ab-f7158809cf4f"),
        Insz = Insz.Parse("85.67.30-033.60"),
        Person = new PersonDetails { FamilyName = "De Smedt", GivenNames = "Annelies", Street = "Voorbeeldstraat 12 bus 3", Locality = "9000 Gent" },
        Municipality = NisCode.Parse("44021"),
        Sources = ["magda"],
        RightsToExplore = ["werkloosheidsuitkering", "sociaal-tarief-energie"],
        Rights =
        [
            new SignalRight
            {
                Id = "werkloosheidsuitkering",
                Name = new Dictionary<string, string> { ["nl"] = "Werkloosheidsuitkering", ["en"] = "Unemployment benefit" },
                Authority = "RVA",
                Grant = SignalRightGrant.OwnRequest,
                Steps = new Dictionary<string, IReadOnlyList<string>> { ["nl"] = ["Schrijf je in bij VDAB."], ["en"] = ["Register with VDAB."] },
                Link = "https://www.rva.be",
                Why = new SignalRightReason
                {
                    Text = new Dictionary<string, string> { ["nl"] = "Een job stopte", ["en"] = "A job ended" },
                    OccurredAt = new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.FromHours(1)),
                    Source = "magda",
                },
            },
            new SignalRight
            {
                Id = "sociaal-tarief-energie",
                Name = new Dictionary<string, string> { ["nl"] = "Sociaal tarief voor energie", ["en"] = "Social tariff for energy" },
                Authority = "FOD Economie",
                Grant = SignalRightGrant.Follows,
                Follows = ["leefloon"],
                Link = "https://economie.fgov.be",
            },
        ],
        LegalBasis = "Beraadslaging KSZ 26/000 (voorbeeld)",
    };

    /// <summary>What is left when the authorisation names no field.</summary>
    public static SignalReady Bare() => Full() with
    {
        OccurredAt = null,
        KnownAt = null,
        DecidedAt = null,
        Priority = null,
        ExpiresAt = null,
        Moments = [],
        Worker = null,
        Insz = null,
        Person = null,
        Municipality = null,
        Sources = [],
        RightsToExplore = [],
        Rights = [],
    };
}
