namespace IntegrationHub.Simulators.Inbox.Page;

/// <summary>Names of rights by their id. A partner's tool has its own words for them, so this table is not the hub's.</summary>
internal static class RightNames
{
    private static readonly Dictionary<string, (string Nl, string En)> Names = new()
    {
        ["leefloon"] = ("Leefloon", "Living wage (leefloon)"),
        ["verhoogde-tegemoetkoming"] = ("Verhoogde tegemoetkoming", "Increased reimbursement of health costs"),
        ["sociaal-tarief-energie"] = ("Sociaal tarief voor energie", "Social tariff for energy"),
        ["werkloosheidsuitkering"] = ("Werkloosheidsuitkering", "Unemployment benefit"),
        ["uitkering-arbeidsongeschiktheid"] = ("Uitkering bij arbeidsongeschiktheid", "Incapacity benefit"),
        ["groeipakket"] = ("Groeipakket en sociale toeslag", "Child benefit and social supplement"),
        ["huurpremie"] = ("Huurpremie", "Rent allowance"),
        ["zorgbudget"] = ("Zorgbudget", "Care budget"),
        ["mantelzorgpremie"] = ("Mantelzorgpremie", "Informal carer's allowance"),
        ["tegemoetkoming-personen-met-een-handicap"] = ("Tegemoetkoming voor personen met een handicap", "Allowance for people with a disability"),
        ["schooltoeslag"] = ("Schooltoeslag", "School allowance"),
        ["collectieve-schuldenregeling"] = ("Collectieve schuldenregeling", "Collective debt settlement"),
    };

    /// <summary>The name, or the id made readable when the table does not know it.</summary>
    public static string Of(string id, InboxTexts texts) =>
        !Names.TryGetValue(id, out var name) ? Readable.Words(id) : texts.Language == "en" ? name.En : name.Nl;
}
