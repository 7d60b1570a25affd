using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Rights;

/// <summary>A fact in a few plain words, without its date. No person and no free text is in it: a fact holds none.</summary>
public static class FactWords
{
    private static readonly Dictionary<Type, (string Nl, string En)> Words = new()
    {
        [typeof(EmploymentStarted)] = ("Een job begon", "A job began"),
        [typeof(EmploymentEnded)] = ("Een job stopte", "A job ended"),
        [typeof(HospitalAdmitted)] = ("Opname in een ziekenhuis", "Admitted to a hospital"),
        [typeof(HospitalDischarged)] = ("Weg uit een ziekenhuis", "Left a hospital"),
        [typeof(EvictionClaimed)] = ("Een uithuiszetting is gevraagd", "An eviction was asked for"),
        [typeof(BankruptcyDeclared)] = ("Een faillissement", "A bankruptcy"),
        [typeof(HouseholdChanged)] = ("Het gezin veranderde", "The household changed"),
        [typeof(InsuranceMembershipChanged)] = ("Aansluiting bij een ziekenfonds", "Membership of a ziekenfonds"),
        [typeof(SupportFileOpened)] = ("Een dossier ging open", "A support file was opened"),
        [typeof(SupportFileClosed)] = ("Een dossier werd gesloten", "A support file was closed"),
    };

    /// <summary>The words, by language.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="isOfAnother">Whether it is about somebody else in the household.</param>
    /// <param name="nameOf">The name of a right by its code, by language; null where it has none.</param>
    public static IReadOnlyDictionary<string, string> Of(Fact fact, bool isOfAnother, Func<string, IReadOnlyDictionary<string, string>?> nameOf)
    {
        var (nl, en) = fact switch
        {
            BenefitGranted granted => ($"{Name(granted.Benefit, "nl")} is toegekend", $"{Name(granted.Benefit, "en")} was granted"),
            BenefitEnded ended => ($"{Name(ended.Benefit, "nl")} stopte", $"{Name(ended.Benefit, "en")} ended"),
            BenefitSuspended suspended => ($"{Name(suspended.Benefit, "nl")} is geschorst", $"{Name(suspended.Benefit, "en")} was suspended"),
            CircumstanceReported circumstance => (Readable(circumstance.Code), Readable(circumstance.Code)),
            PersonChanged { DiedOn: not null } => ("Een overlijden", "A death"),
            _ => Words.GetValueOrDefault(fact.GetType(), ("Het register veranderde", "The register changed")),
        };
        return Of(new Dictionary<string, string> { ["nl"] = nl, ["en"] = en }, isOfAnother);

        string Name(string benefit, string language) => nameOf(benefit)?.GetValueOrDefault(language) ?? Readable(benefit);
    }

    /// <summary>Words by language, and that they are about somebody else in the household where they are.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, string> words, bool isOfAnother) => isOfAnother
        ? words.ToDictionary(one => one.Key, one => $"{one.Value} ({(one.Key == "nl" ? "iemand anders in het gezin" : "somebody else in the household")})")
        : words;

    private static string Readable(string code) => code.Length == 0 ? code : char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');
}
