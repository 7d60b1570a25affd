namespace IntegrationHub.Benchmarks.Mapped;

/// <summary>Where the columns of a leefloon file are.</summary>
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

    public static LeefloonColumns Of(string header, char separator)
    {
        var names = header.Split(separator);
        return new LeefloonColumns
        {
            Count = names.Length, Number = At("beslissingsnummer"), Insz = At("insz"), FamilyName = At("naam"), GivenNames = At("voornaam"), Street = At("straat"), PostalCode = At("postcode"),
            Locality = At("gemeente"), Category = At("categorie"), GrantedFrom = At("toegekend_vanaf"), Until = At("tot"), EndedOn = At("stopgezet_op"), EndReason = At("reden_stopzetting"),
        };

        int At(string name) => Array.IndexOf(names, name) is >= 0 and var index ? index : throw new InvalidOperationException($"The header has no column {name}.");
    }
}
