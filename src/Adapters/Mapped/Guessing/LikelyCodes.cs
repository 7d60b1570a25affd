using IntegrationHub.Adapters.Mapped.Csv;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>What the words of a hospital's own code make likely. A person confirms it.</summary>
internal static class LikelyCodes
{
    private static readonly (string Code, string[] Words)[] Dispositions =
    [
        ("Died", ["overled", "overlijden", "deceas", "died", "deces", "decede", "mortuar"]),
        ("OtherHospital", ["anderziekenhuis", "transfer", "autrehopital", "otherhospital", "overplaats"]),
        ("Psychiatry", ["psych"]),
        ("CareFacility", ["wzc", "woonzorg", "rusthuis", "rustoord", "rvt", "revalid", "hospice", "palliat", "herstel", "maisonderepos", "nursing", "kortverblijf", "mrs"]),
        ("AgainstAdvice", ["tegenadvies", "tegenmedisch", "againstadvice", "contreavis", "opeigenverzoek"]),
        ("Home", ["thuis", "naarhuis", "domicil", "home", "huis", "woning", "maison"]),
    ];

    private static readonly (string Code, string[] Words)[] Encounters =
    [
        ("EMER", ["spoed", "urgen", "emer"]),
        ("AMB", ["amb", "poli", "dag", "consult", "jour", "day"]),
        ("IMP", ["imp", "klassiek", "classique", "hospit", "opname", "inpatient", "nacht", "stationair"]),
    ];

    /// <summary>Where a patient went.</summary>
    public static string? Disposition(string value) => Find(value, Dispositions);

    /// <summary>The kind of stay.</summary>
    public static string? Encounter(string value) => Find(value, Encounters);

    private static string? Find(string value, (string Code, string[] Words)[] table)
    {
        var folded = HeaderName.Fold(value);
        return table.FirstOrDefault(entry => entry.Words.Any(word => folded.Contains(word, StringComparison.Ordinal))).Code;
    }
}
