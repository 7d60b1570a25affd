namespace IntegrationHub.Simulators.Inbox.Page;

/// <summary>Names of the larger Flemish municipalities and Brussels by their NIS code, enough for the samples.</summary>
internal static class MunicipalityNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["11002"] = "Antwerpen",
        ["12025"] = "Mechelen",
        ["13040"] = "Turnhout",
        ["21004"] = "Brussel",
        ["23088"] = "Vilvoorde",
        ["24062"] = "Leuven",
        ["31005"] = "Brugge",
        ["34022"] = "Kortrijk",
        ["35013"] = "Oostende",
        ["36015"] = "Roeselare",
        ["41002"] = "Aalst",
        ["44013"] = "Destelbergen",
        ["44021"] = "Gent",
        ["46021"] = "Sint-Niklaas",
        ["71016"] = "Genk",
    };

    /// <summary>The name, or the code when the table does not know it.</summary>
    public static string Of(string nis) => Names.TryGetValue(nis, out var name) ? name : $"NIS {nis}";
}
