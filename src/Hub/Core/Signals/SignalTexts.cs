namespace IntegrationHub.Core.Signals;

/// <summary>The texts of the built-in rules.</summary>
public static class SignalTexts
{
    private static readonly SignalText[] All =
    [
        new(
            "ontslag",
            [PartnerRole.Ocmw, PartnerRole.Caw],
            Words("Iemand is zijn of haar werk kwijt", "Somebody lost their job"),
            Words(
                "Het laatste werk van deze persoon is gestopt en er is geen nieuw werk bekend. Neem contact op en bekijk samen welke hulp en welke rechten passen.",
                "This person's last job ended and no new job is known. Get in touch and look together at the help and the rights that fit."),
            ["werkloosheidsuitkering", "leefloon", "verhoogde-tegemoetkoming", "sociaal-tarief-energie", "groeipakket"]),
        new(
            "ziekenhuisontslag",
            [PartnerRole.Dmw, PartnerRole.Ocmw],
            Words("Iemand is terug uit het ziekenhuis", "Somebody left the hospital"),
            Words(
                "Deze persoon verbleef in het ziekenhuis en is daar weg. Vraag of het thuis lukt en bekijk samen welke hulp en welke rechten passen.",
                "This person stayed in hospital and has left. Ask whether things work out at home and look together at the help and the rights that fit."),
            ["uitkering-arbeidsongeschiktheid", "zorgbudget", "mantelzorgpremie", "verhoogde-tegemoetkoming"]),
    ];

    private static readonly Dictionary<string, SignalText> ByCode = All.ToDictionary(text => text.MomentCode);

    /// <summary>What a case worker reads when a signal lost its ground, by language.</summary>
    public static IReadOnlyDictionary<string, string> Withdrawn { get; } = Words(
        "Deze melding geldt niet meer: er is nieuwere informatie. Je hoeft hiervoor niets te doen. Nam je al contact op? Bekijk dan eerst wat er veranderde.",
        "This signal no longer holds: there is newer information. There is nothing to do. Did you already get in touch? Then look first at what changed.");

    /// <summary>The text of a kind of moment.</summary>
    /// <exception cref="KeyNotFoundException">No built-in rule finds that kind of moment.</exception>
    public static SignalText Of(string momentCode) => ByCode[momentCode];

    private static Dictionary<string, string> Words(string nl, string en) => new() { ["nl"] = nl, ["en"] = en };
}
