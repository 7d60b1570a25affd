namespace IntegrationHub.Simulators.Inbox.Page;

/// <summary>The part of life that a moment touches: it has a name, a colour (by the CSS class) and a drawing, so that colour is never the only sign.</summary>
internal sealed record LifeDomain(string Id, string Nl, string En)
{
    private static readonly LifeDomain Work = new("work", "Werk", "Work");
    private static readonly LifeDomain Health = new("health", "Gezondheid", "Health");
    private static readonly LifeDomain Income = new("income", "Inkomen", "Income");
    private static readonly LifeDomain Home = new("home", "Wonen", "Housing");
    private static readonly LifeDomain Family = new("family", "Gezin", "Family");
    private static readonly LifeDomain Other = new("other", "Ander moment", "Other");

    private static readonly Dictionary<string, LifeDomain> ByMoment = new()
    {
        ["ontslag"] = Work,
        ["faillissement"] = Work,
        ["ziekenhuisontslag"] = Health,
        ["ontslag-psychiatrie"] = Health,
        ["ziekte"] = Health,
        ["einde-arbeidsongeschiktheid"] = Health,
        ["schorsing-werkloosheid"] = Income,
        ["vertraagde-uitbetaling"] = Income,
        ["leefloon-stopgezet"] = Income,
        ["uithuiszetting"] = Home,
        ["afschrijving-adres"] = Home,
        ["vrijlating"] = Home,
        ["relatiebreuk"] = Family,
        ["sterfgeval"] = Family,
        ["geboorte"] = Family,
        ["achttien"] = Family,
    };

    public static LifeDomain Of(string momentCode) => ByMoment.GetValueOrDefault(momentCode, Other);

    public string Name(InboxTexts texts) => texts.Language == "en" ? En : Nl;
}
