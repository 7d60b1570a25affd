using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>Where a discharged patient went: from HL7 table 0112, the FHIR value set and the hospital's own codes.</summary>
internal sealed class Dispositions
{
    private static readonly Dictionary<string, DischargeDisposition> Standard = new(StringComparer.OrdinalIgnoreCase)
    {
        // HL7 table 0112, with or without its leading zero.
        ["01"] = DischargeDisposition.Home, ["06"] = DischargeDisposition.Home, ["02"] = DischargeDisposition.OtherHospital, ["05"] = DischargeDisposition.OtherHospital,
        ["03"] = DischargeDisposition.CareFacility, ["04"] = DischargeDisposition.CareFacility, ["07"] = DischargeDisposition.AgainstAdvice, ["20"] = DischargeDisposition.Died,
        ["40"] = DischargeDisposition.Died, ["41"] = DischargeDisposition.Died, ["42"] = DischargeDisposition.Died,
        // FHIR discharge-disposition.
        ["home"] = DischargeDisposition.Home, ["alt-home"] = DischargeDisposition.Home, ["other-hcf"] = DischargeDisposition.OtherHospital,
        ["hosp"] = DischargeDisposition.CareFacility, ["long"] = DischargeDisposition.CareFacility, ["snf"] = DischargeDisposition.CareFacility,
        ["rehab"] = DischargeDisposition.CareFacility, ["psy"] = DischargeDisposition.Psychiatry, ["aadvice"] = DischargeDisposition.AgainstAdvice,
        ["exp"] = DischargeDisposition.Died, ["oth"] = DischargeDisposition.Other,
    };

    private readonly Dictionary<string, DischargeDisposition> own;

    public Dispositions(IReadOnlyDictionary<string, string> own) =>
        this.own = own.ToDictionary(pair => pair.Key, pair => Enum.Parse<DischargeDisposition>(pair.Value, ignoreCase: true), StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The disposition and the code behind it. A death known from the patient weighs more than any code. A code that no table holds is <see cref="DischargeDisposition.Other"/>,
    /// and it travels on only where it looks like a code: free text could name somebody.
    /// </summary>
    public (DischargeDisposition? Disposition, string? Code) Of(IEnumerable<string> codes, bool died)
    {
        DischargeDisposition? found = null;
        string? behind = null;
        foreach (var code in codes.Where(code => code.Length > 0))
        {
            var known = Lookup(code);
            if (found is null || (found is DischargeDisposition.Other && known is not null))
                (found, behind) = (known ?? DischargeDisposition.Other, IsCode(code) ? code : null);
        }

        return (died ? DischargeDisposition.Died : found, behind);
    }

    private DischargeDisposition? Lookup(string code) =>
        own.TryGetValue(code, out var mine) ? mine
        : Standard.TryGetValue(code.Length == 1 ? "0" + code : code, out var standard) ? standard
        : null;

    private bool IsCode(string text) => own.ContainsKey(text) || (text.Length <= 20 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));
}
