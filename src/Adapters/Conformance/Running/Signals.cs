using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Plugins.Checking;

namespace IntegrationHub.Adapters.Conformance.Running;

/// <summary>Signals about the marked citizen; each call is another delivery.</summary>
internal static class Signals
{
    private static readonly DateTimeOffset Happened = new(2026, 11, 16, 0, 0, 0, TimeSpan.FromHours(1));

    /// <summary>With everything that an authorisation can name.</summary>
    public static SignalReady Full() => Bare() with
    {
        OccurredAt = Happened,
        KnownAt = Happened.AddDays(4).ToUniversalTime(),
        DecidedAt = Happened.AddDays(4).ToUniversalTime(),
        Worker = "mw-17",
        Insz = MarkedCitizen.Insz,
        Person = new PersonDetails
        {
            FamilyName = MarkedCitizen.FamilyName,
            GivenNames = MarkedCitizen.GivenName,
            Street = MarkedCitizen.Street,
            Locality = "9000 Gent",
            Remark = MarkedCitizen.Remark,
        },
        Municipality = NisCode.Parse("44021"),
        Sources = ["trial"],
        RightsToExplore = ["leefloon"],
        Rights =
        [
            new SignalRight
            {
                Id = "leefloon",
                Name = new Dictionary<string, string> { ["nl"] = "Leefloon", ["en"] = "Living wage (leefloon)" },
                Authority = "OCMW",
                Grant = SignalRightGrant.OwnRequest,
                Steps = new Dictionary<string, IReadOnlyList<string>> { ["nl"] = ["Vraag het aan bij het OCMW."], ["en"] = ["Ask the OCMW."] },
                Link = "https://www.vlaanderen.be/leefloon",
                Why = new SignalRightReason { Text = new Dictionary<string, string> { ["nl"] = "Een job stopte", ["en"] = "A job ended" }, OccurredAt = Happened, Source = "trial" },
            },
        ],
    };

    /// <summary>With nothing that may be left out.</summary>
    public static SignalReady Bare() => new()
    {
        DeliveryId = Guid.NewGuid(),
        SignalId = Guid.NewGuid(),
        Kind = SignalKind.Issued,
        MomentCode = "ontslag",
        Title = new Dictionary<string, string> { ["nl"] = "Iemand heeft geen werk meer", ["en"] = "Somebody is out of work" },
        Text = new Dictionary<string, string> { ["nl"] = "Bekijk samen welke rechten mogelijk zijn.", ["en"] = "Look together at which rights may apply." },
        Recipient = "ocmw-gent",
        Citizen = CitizenRef.New(),
        LegalBasis = "Beraadslaging KSZ 26/000 (voorbeeld)",
    };

    /// <summary>As it is when the hub says something else about the same signal; a tool that has nothing of it takes it as new.</summary>
    public static SignalReady Updated() => Full() with { Kind = SignalKind.Updated };

    /// <summary>Of a moment that lost its ground.</summary>
    public static SignalReady Withdrawn() => Full() with { Kind = SignalKind.Withdrawn };

    /// <summary>As it is when the authorisation lapsed meanwhile: nothing may be shown, and there is no ground to name.</summary>
    public static SignalReady WithdrawnWithoutGround() => Bare() with { Kind = SignalKind.Withdrawn, LegalBasis = "" };
}
