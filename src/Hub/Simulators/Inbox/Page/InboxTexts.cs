using System.Globalization;

namespace IntegrationHub.Simulators.Inbox.Page;

/// <summary>The words of the page in one language, plain enough for everyone (B1).</summary>
internal sealed record InboxTexts
{
    public required string Language { get; init; }
    public required CultureInfo Culture { get; init; }
    public required string Product { get; init; }
    public required string Practice { get; init; }
    public required string Heading { get; init; }
    public required string Lead { get; init; }
    public required string SkipToContent { get; init; }
    public required string Open { get; init; }
    public required string Withdrawn { get; init; }
    public required string Received { get; init; }
    public required string Live { get; init; }
    public required string Lost { get; init; }
    public required string Reloads { get; init; }
    public required string OneNew { get; init; }
    public required string ManyNew { get; init; }
    public required string EmptyHeading { get; init; }
    public required string EmptyText { get; init; }
    public required string Arrived { get; init; }
    public required string Updated { get; init; }
    public required string High { get; init; }
    public required string Urgent { get; init; }
    public required string Moments { get; init; }
    public required string HouseholdMember { get; init; }
    public required string ThisPerson { get; init; }
    public required string ExpiresAt { get; init; }
    public required string Today { get; init; }
    public required string At { get; init; }
    public required string HappenedOn { get; init; }
    public required string Citizen { get; init; }
    public required string Reference { get; init; }
    public required string Insz { get; init; }
    public required string Remark { get; init; }
    public required string Municipality { get; init; }
    public required string Recipient { get; init; }
    public required string Worker { get; init; }
    public required string NoWorker { get; init; }
    public required string Rights { get; init; }
    public required string RightsNote { get; init; }
    public required string WhyRight { get; init; }
    public required string FollowsFrom { get; init; }
    public required string MoreAbout { get; init; }
    public required IReadOnlyDictionary<string, string> Grants { get; init; }
    public required string WhySignal { get; init; }
    public required string Sources { get; init; }
    public required string LegalBasis { get; init; }
    public required string KnownAt { get; init; }
    public required string WithdrawnBecause { get; init; }
    public required string WithdrawnPlain { get; init; }
    public required string SignatureOn { get; init; }
    public required string SignatureOff { get; init; }
    public required string Duplicates { get; init; }
    public required string Refused { get; init; }
    public required string Failed { get; init; }
    public required string ShowAll { get; init; }
    public required string OtherLanguage { get; init; }

    public static InboxTexts Dutch { get; } = new()
    {
        Language = "nl",
        Culture = CultureInfo.GetCultureInfo("nl-BE"),
        Product = "Inbox van de hulpverlener",
        Practice = "Oefenprogramma",
        Heading = "Meldingen",
        Lead = "Elke melding zegt dat er iets verandert in iemands leven. Neem contact op en bekijk samen welke rechten mogelijk zijn.",
        SkipToContent = "Ga naar de meldingen",
        Open = "open",
        Withdrawn = "ingetrokken",
        Received = "ontvangen",
        Live = "Nieuwe meldingen verschijnen vanzelf",
        Lost = "Geen verbinding. We proberen opnieuw.",
        Reloads = "Deze pagina vernieuwt om de 10 seconden",
        OneNew = "1 nieuwe melding",
        ManyNew = "{n} nieuwe meldingen",
        EmptyHeading = "Nog geen meldingen",
        EmptyText = "Zodra de hub iets doorgeeft, zie je het hier. Je hoeft niets te doen.",
        Arrived = "Aangekomen",
        Updated = "Bijgewerkt",
        High = "Voorrang",
        Urgent = "Dringend",
        Moments = "Wat er gebeurde",
        HouseholdMember = "iemand anders in het gezin",
        ThisPerson = "deze persoon",
        ExpiresAt = "Nuttig tot",
        Today = "vandaag",
        At = "om",
        HappenedOn = "Gebeurd op",
        Citizen = "Over wie",
        Reference = "Referentie",
        Insz = "INSZ",
        Remark = "Opmerking",
        Municipality = "Gemeente",
        Recipient = "Voor",
        Worker = "Hulpverlener",
        NoWorker = "nog niemand",
        Rights = "Rechten om te bekijken",
        RightsNote = "Een melding zegt niet dat iemand recht heeft.",
        WhyRight = "Kan van toepassing zijn door:",
        FollowsFrom = "Kan volgen uit:",
        MoreAbout = "Lees meer over",
        Grants = new Dictionary<string, string>
        {
            ["automatic"] = "komt meestal vanzelf",
            ["follows"] = "kan volgen uit een ander recht",
            ["prefillable"] = "aanvraag is deels ingevuld",
            ["own-request"] = "zelf aanvragen",
        },
        WhySignal = "Waarom zie je dit?",
        Sources = "Gemeld door",
        LegalBasis = "Je mag dit weten door",
        KnownAt = "Bekend sinds",
        WithdrawnBecause = "Ingetrokken.",
        WithdrawnPlain = "Deze melding geldt niet meer.",
        SignatureOn = "De inbox controleert de handtekening van elke melding.",
        SignatureOff = "De inbox controleert de handtekening niet: hij is gestart zonder --secret.",
        Duplicates = "dubbel ontvangen, één keer bewaard",
        Refused = "geweigerd",
        Failed = "met opzet mislukt",
        ShowAll = "Toon ook oudere meldingen",
        OtherLanguage = "English",
    };

    public static InboxTexts English { get; } = new()
    {
        Language = "en",
        Culture = CultureInfo.GetCultureInfo("en-GB"),
        Product = "Case worker's inbox",
        Practice = "Practice tool",
        Heading = "Alerts",
        Lead = "Each alert tells that something changes in someone's life. Get in touch and look together at which rights may apply.",
        SkipToContent = "Go to the alerts",
        Open = "open",
        Withdrawn = "withdrawn",
        Received = "received",
        Live = "New alerts appear by themselves",
        Lost = "No connection. We are trying again.",
        Reloads = "This page reloads every 10 seconds",
        OneNew = "1 new alert",
        ManyNew = "{n} new alerts",
        EmptyHeading = "No alerts yet",
        EmptyText = "As soon as the hub passes something on, you will see it here. There is nothing you need to do.",
        Arrived = "Arrived",
        Updated = "Updated",
        High = "Priority",
        Urgent = "Urgent",
        Moments = "What happened",
        HouseholdMember = "somebody else in the household",
        ThisPerson = "this person",
        ExpiresAt = "Of use until",
        Today = "today",
        At = "at",
        HappenedOn = "Happened on",
        Citizen = "About",
        Reference = "Reference",
        Insz = "INSZ",
        Remark = "Remark",
        Municipality = "Municipality",
        Recipient = "For",
        Worker = "Case worker",
        NoWorker = "nobody yet",
        Rights = "Rights to look at",
        RightsNote = "An alert does not say that someone has a right.",
        WhyRight = "May apply because of:",
        FollowsFrom = "May follow from:",
        MoreAbout = "Read more about",
        Grants = new Dictionary<string, string>
        {
            ["automatic"] = "mostly comes without asking",
            ["follows"] = "may follow from another right",
            ["prefillable"] = "request filled in partly beforehand",
            ["own-request"] = "ask for it yourself",
        },
        WhySignal = "Why do you see this?",
        Sources = "Reported by",
        LegalBasis = "You may know this because of",
        KnownAt = "Known since",
        WithdrawnBecause = "Withdrawn.",
        WithdrawnPlain = "This alert no longer holds.",
        SignatureOn = "The inbox checks the signature of every alert.",
        SignatureOff = "The inbox does not check signatures: it was started without --secret.",
        Duplicates = "received twice, kept once",
        Refused = "refused",
        Failed = "failed on purpose",
        ShowAll = "Show older alerts too",
        OtherLanguage = "Nederlands",
    };

    /// <summary>How far a right can be granted without the citizen; nothing where the code is not known.</summary>
    public string Grant(string? code) => Grants.GetValueOrDefault(code ?? "") ?? "";

    /// <summary>The text in this language, else in any.</summary>
    public string Pick(IReadOnlyDictionary<string, string> byLanguage) =>
        byLanguage.GetValueOrDefault(Language) ?? byLanguage.Values.FirstOrDefault() ?? "";
}
