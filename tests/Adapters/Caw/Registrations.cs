using IntegrationHub.Plugins.Checking;

namespace IntegrationHub.Adapters.Caw.Tests;

/// <summary>What a CAW registered; of the marked citizen once well and once wrong.</summary>
internal static class Registrations
{
    public static string[] Lines { get; } =
    [
        Line("R-1", "85673003360", "hv-1"),
        Line("R-2", MarkedCitizen.WrittenInsz, "hv-1"),
        Line("R-3", MarkedCitizen.WrittenInsz, MarkedCitizen.FamilyName + " " + MarkedCitizen.GivenName),
        Line("R-4", "85673003360", "hv-2"),
        Line("R-5", "85673003360", "hv-2"),
    ];

    public static string[] Ids { get; } = ["registraties:R-1", "registraties:R-2", "registraties:R-3", "registraties:R-4", "registraties:R-5"];

    private static string Line(string number, string insz, string worker) =>
        $$"""{"registratie":"{{number}}","gewijzigd":"2026-11-0{{number[^1]}}T10:00:00+01:00","insz":"{{insz}}","naam":"{{MarkedCitizen.FamilyName}}","opmerking":"{{MarkedCitizen.Remark}}","onthaal":"2026-11-01","hulpverlener":"{{worker}}","themas":["wonen"]}""";
}
