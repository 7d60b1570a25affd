namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>A kind of export: what one row of it is, and its columns.</summary>
/// <param name="name">Its name in options, checkpoints and record ids.</param>
/// <param name="columns">Every column the adapter reads; others are ignored.</param>
internal sealed class ExportKind(string name, IReadOnlyList<ColumnName> columns)
{
    private static readonly ColumnName[] Person =
    [
        new(Column.Insz, "insz", IsRequired: true), new(Column.FamilyName, "naam"), new(Column.GivenNames, "voornaam"), new(Column.Street, "straat"),
        new(Column.PostalCode, "postcode"), new(Column.Locality, "gemeente"), new(Column.Telephone, "telefoon"), new(Column.Email, "email"),
        new(Column.Remark, "opmerking"), new(Column.Municipality, "nis"),
    ];

    /// <summary>Files of citizens, opened and closed.</summary>
    public static ExportKind SupportFiles { get; } = new(
        "dossiers",
        [
            new(Column.Number, "dossiernummer", IsRequired: true), new(Column.OpenedOn, "geopend_op", IsRequired: true), new(Column.ClosedOn, "gesloten_op"),
            new(Column.CloseReason, "reden_afsluiting"), new(Column.Worker, "maatschappelijk_werker"), new(Column.Themes, "thema"), .. Person,
        ]);

    /// <summary>Decisions on the leefloon: granted, suspended, ended.</summary>
    public static ExportKind Leefloon { get; } = new(
        "leefloon",
        [
            new(Column.Number, "beslissingsnummer", IsRequired: true), new(Column.GrantedFrom, "toegekend_vanaf", IsRequired: true), new(Column.Category, "categorie"),
            new(Column.Until, "tot"), new(Column.SuspendedFrom, "geschorst_vanaf"), new(Column.SuspendedUntil, "geschorst_tot"),
            new(Column.SuspensionReason, "reden_schorsing"), new(Column.EndedOn, "stopgezet_op"), new(Column.EndReason, "reden_stopzetting"), .. Person,
        ]);

    /// <summary>Claims to evict of which the OCMW received a copy.</summary>
    public static ExportKind EvictionClaims { get; } = new(
        "uithuiszettingen",
        [
            new(Column.Number, "rolnummer", IsRequired: true), new(Column.SubNumber, "volgnummer"), new(Column.ClaimedOn, "datum_vordering", IsRequired: true),
            new(Column.HearingOn, "datum_zitting"), .. Person,
        ]);

    /// <summary>Jobs through the OCMW (article 60 §7 and alike).</summary>
    public static ExportKind Employment { get; } = new(
        "tewerkstelling",
        [
            new(Column.Number, "contractnummer", IsRequired: true), new(Column.StartedOn, "in_dienst", IsRequired: true), new(Column.StoppedOn, "uit_dienst"),
            new(Column.Employer, "werkgever"), new(Column.WorkerKind, "soort"), .. Person,
        ]);

    /// <summary>Every kind, in the order in which a run reads them.</summary>
    public static IReadOnlyList<ExportKind> All { get; } = [SupportFiles, Leefloon, EvictionClaims, Employment];

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its columns.</summary>
    public IReadOnlyList<ColumnName> Columns { get; } = columns;

    /// <summary>How many meanings a column can have.</summary>
    public static int ColumnCount { get; } = Enum.GetValues<Column>().Length;

    /// <summary>The kind with a name; null when there is none.</summary>
    public static ExportKind? Named(string name)
    {
        foreach (var kind in All)
        {
            if (kind.Name == name)
                return kind;
        }

        return null;
    }

    /// <summary>Shows the name.</summary>
    public override string ToString() => Name;
}
