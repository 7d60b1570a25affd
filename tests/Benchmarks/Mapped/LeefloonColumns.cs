namespace IntegrationHub.Benchmarks.Mapped;

/// <summary>Where the columns of a leefloon file are; -1 for one that the file does not have.</summary>
internal sealed record LeefloonColumns
{
    public int Count { get; private init; }

    public int Number { get; private init; }

    public int Insz { get; private init; }

    public int FamilyName { get; private init; }

    public int GivenNames { get; private init; }

    public int Street { get; private init; }

    public int PostalCode { get; private init; }

    public int Locality { get; private init; }

    public int Category { get; private init; }

    public int GrantedFrom { get; private init; }

    public int Until { get; private init; }

    public int EndedOn { get; private init; }

    public int EndReason { get; private init; }

    public int SuspendedFrom { get; private init; }

    public int SuspendedUntil { get; private init; }

    public int SuspensionReason { get; private init; }

    public int Telephone { get; private init; }

    public int Email { get; private init; }

    public int Remark { get; private init; }

    public int Municipality { get; private init; }

    public static LeefloonColumns Of(string header, char separator)
    {
        var names = header.Split(separator);
        return new LeefloonColumns
        {
            Count = names.Length, Number = At("beslissingsnummer"), Insz = At("insz"), FamilyName = At("naam"), GivenNames = At("voornaam"), Street = At("straat"), PostalCode = At("postcode"),
            Locality = At("gemeente"), Category = At("categorie"), GrantedFrom = At("toegekend_vanaf"), Until = At("tot"), EndedOn = At("stopgezet_op"), EndReason = At("reden_stopzetting"),
            SuspendedFrom = At("geschorst_vanaf"), SuspendedUntil = At("geschorst_tot"), SuspensionReason = At("reden_schorsing"), Telephone = At("telefoon"), Email = At("email"),
            Remark = At("opmerking"), Municipality = At("nis"),
        };

        int At(string name) => Array.IndexOf(names, name);
    }
}
