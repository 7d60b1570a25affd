namespace IntegrationHub.Adapters.Hospital;

/// <summary>From HL7 table 0004 (PV1-2) and from Encounter.class to the HL7 v3 ActCodes that our contracts carry; the hospital's own codes come first.</summary>
internal sealed class EncounterClasses(IReadOnlyDictionary<string, string> own)
{
    private static readonly Dictionary<string, string> Standard = new(StringComparer.OrdinalIgnoreCase)
    {
        // HL7 table 0004: inpatient, obstetrics, outpatient, recurring, emergency, preadmit.
        ["I"] = "IMP", ["B"] = "IMP", ["O"] = "AMB", ["R"] = "AMB", ["E"] = "EMER", ["P"] = "PRENC",
        // HL7 v3 ActEncounterCode: acute and non-acute are both inpatient; the rest keep their name.
        ["IMP"] = "IMP", ["ACUTE"] = "IMP", ["NONAC"] = "IMP", ["AMB"] = "AMB", ["EMER"] = "EMER", ["PRENC"] = "PRENC", ["OBSENC"] = "OBSENC", ["SS"] = "SS", ["HH"] = "HH",
        ["FLD"] = "FLD", ["VR"] = "VR",
    };

    /// <summary>What an option may name: a misspelt code would quietly keep every stay of that class from being signalled.</summary>
    public static IReadOnlyList<string> ActCodes { get; } = [.. Standard.Values.Distinct()];

    private readonly Dictionary<string, string> own = new(own, StringComparer.OrdinalIgnoreCase);

    /// <summary>The ActCode of a hospital's code; null when it is not known.</summary>
    public string? Of(string code) => own.GetValueOrDefault(code)?.ToUpperInvariant() ?? Standard.GetValueOrDefault(code);
}
