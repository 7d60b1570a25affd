namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>The contracts whose required fields the columns of a sample can fill.</summary>
/// <param name="findings">The columns.</param>
/// <param name="reference">The column that points at the job, stay, file or right; null when a person must say.</param>
internal sealed class FactProposals(Findings findings, string? reference)
{
    /// <summary>The organisation that helps: a parameter, for the file does not say it.</summary>
    public const string Partner = "{ value: \"${partner}\" }";

    /// <summary>The moment of what no column dates.</summary>
    public const string Always = "{ value: \"1970-01-01\" }";

    private ColumnFinding? Start => findings.With(ColumnRole.Start);

    private ColumnFinding? End => findings.With(ColumnRole.End) ?? findings.With(ColumnRole.Until);

    /// <summary>What a row of this subject may become; nothing where its dates are missing.</summary>
    public IReadOnlyList<ProposedFact> Of(Subject subject)
    {
        IReadOnlyList<ProposedFact> facts = subject switch
        {
            Subject.Employment => [.. Begun("employment-started", Employment), .. Ended("employment-ended", End, end => [.. Employment(), Date("endedOn", end), .. EmploymentMore()])],
            Subject.Hospital => [.. Begun("hospital-admitted", Stay), .. Ended("hospital-discharged", End, _ => [.. Stay(asks: Start is null), .. Disposition()])],
            Subject.SupportFile => [.. Begun("support-file-opened", Opened), .. Ended("support-file-closed", End, end => [.. File(), Date("closedOn", end), .. Reason()])],
            Subject.Benefit => Benefit(),
            Subject.Eviction => findings.With(ColumnRole.Claimed, ColumnRole.Start) is { } day ? [Fact("eviction-claimed", day, Claim())] : [],
            Subject.Membership => Start is { } day ? [Fact("insurance-membership-changed", day, Membership())] : [],
            _ => [],
        };
        return facts;
    }

    /// <summary>Of jobs whose end no name tells: a suggestion, with its question.</summary>
    public IEnumerable<ProposedFact> OpenEnd(Subject subject) =>
        subject != Subject.Employment || End is not null ? [] : [OpenEndOfJob.Of(findings, end => [.. Employment(), new ProposedField("endedOn", end), .. EmploymentMore()])];

    /// <summary>What the row says of the person; nothing where it says neither her municipality nor a day of her life.</summary>
    public ProposedFact? Person(Subject subject)
    {
        var fields = new List<ProposedField>();
        if (subject != Subject.Eviction && findings.With(ColumnRole.Municipality) is { } nis)
            fields.Add(new ProposedField("municipality", Yaml.Text(nis.Reference)));
        if (findings.With(ColumnRole.Born) is { } born)
            fields.Add(Date("bornOn", born));
        if (findings.With(ColumnRole.Died) is { } died)
            fields.Add(Date("diedOn", died));
        if (fields.Count == 0)
            return null;
        var since = Start is { } start && start.Filled == findings.Sample.Rows ? Values.Of(start) : Always;
        var isOnlyPlace = fields is [{ Name: "municipality" }];
        return new ProposedFact("person-changed", isOnlyPlace ? Values.Filled(findings.With(ColumnRole.Municipality)!) : null, since, fields);
    }

    private IEnumerable<ProposedFact> Begun(string contract, Func<IReadOnlyList<ProposedField>> fields)
    {
        if (Start is not { } start)
            return [];
        IReadOnlyList<ProposedField> all = contract == "employment-started" ? [.. fields(), Date("startedOn", start), .. EmploymentMore()] : fields();
        return [Fact(contract, start, all)];
    }

    private static IEnumerable<ProposedFact> Ended(string contract, ColumnFinding? end, Func<ColumnFinding, IReadOnlyList<ProposedField>> fields) =>
        end is null ? [] : [new ProposedFact(contract, Values.Filled(end), Values.Of(end), fields(end))];

    private IReadOnlyList<ProposedFact> Benefit()
    {
        var right = Number("right", "the right (the same when it is suspended or ends)");
        var benefit = HeaderWords.Count(findings.Sample.FileName, ["leefloon", "ris"]) + findings.Columns.Sum(column => HeaderWords.Count(column.Reference, ["leefloon", "revenu integration"])) > 0
            ? new ProposedField("benefit", "{ value: leefloon }")
            : new ProposedField("benefit", null) { Question = "Which benefit is this? Write { value: leefloon }, or another code such as werkloosheidsuitkering." };
        var facts = new List<ProposedFact>();
        if (Start is { } start)
            facts.Add(Fact("benefit-granted", start, [benefit, right, .. Optional(ColumnRole.Until, column => Date("until", column)), .. Optional(ColumnRole.Category, column => Values.Code("category", column))]));
        if (findings.With(ColumnRole.SuspendedFrom) is { } suspended)
            facts.Add(new ProposedFact("benefit-suspended", Values.Filled(suspended), Values.Of(suspended), [benefit, right, .. Optional(ColumnRole.SuspendedUntil, column => Date("until", column)), .. Reason(ofSuspension: true)]));
        facts.AddRange(Ended("benefit-ended", findings.With(ColumnRole.End), end => [benefit, right, Date("endedOn", end), .. Reason()]));
        return facts;
    }

    private ProposedFact Fact(string contract, ColumnFinding day, IReadOnlyList<ProposedField> fields) =>
        new(contract, day.Filled < findings.Sample.Rows ? Values.Filled(day) : null, Values.Of(day), fields);

    private IReadOnlyList<ProposedField> Employment() => [Number("employment", "the job (the same when it starts and when it ends)")];

    private IReadOnlyList<ProposedField> EmploymentMore() =>
        [.. Optional(ColumnRole.Enterprise, column => new ProposedField("employer", Yaml.Text(column.Reference))), .. Optional(ColumnRole.Sort, WorkerKind)];

    // No rule needs it, and the codes of a personnel administration are seldom those of DIMONA.
    private static ProposedField WorkerKind(ColumnFinding column) => new("workerKind", Yaml.Text(column.Reference))
    {
        IsSuggestion = true,
        Comments = ["Optional, the kind of worker by a code of DIMONA (OTH: ordinary, STU: student, ...):"],
    };

    private IReadOnlyList<ProposedField> Stay() => Stay(asks: true);

    // Asked once, where it stands first.
    private IReadOnlyList<ProposedField> Stay(bool asks) => [.. Stayed().Select(field => asks ? field : field with { Question = null })];

    private IReadOnlyList<ProposedField> Stayed() =>
    [
        Number("stay", "the stay among those of this citizen (the same when it starts and when it ends)"),
        findings.With(ColumnRole.Sort) is { } sort
            ? Values.Codes("encounterClass", sort, "Which values mean a stay with at least one night (IMP), a day or consultation (AMB), an emergency (EMER)? Answer wherever it stands.", LikelyCodes.Encounter, "IMP, AMB or EMER?") with { IsSuggestion = false }
            : new ProposedField("encounterClass", "{ value: IMP }") { Question = "Are all rows stays with at least one night (IMP)? Only those give a signal. AMB is a day or a consultation, EMER an emergency. Answer wherever it stands." },
    ];

    private IReadOnlyList<ProposedField> Disposition() => findings.With(ColumnRole.Destination) is { } column
        ? [Values.Codes("disposition", column, "Where did the patient go? Who died or went to another hospital gives no signal.", LikelyCodes.Disposition, "Home, OtherHospital, CareFacility, Psychiatry, AgainstAdvice, Died or Other?")]
        : [new ProposedField("disposition", null) { IsSuggestion = true, Question = "Does any column say where the patient went? Without it, who died in the hospital is signalled too." }];

    private IReadOnlyList<ProposedField> File() => [Number("file", "the file (the same when it opens and when it closes)"), new ProposedField("partner", Partner)];

    private IReadOnlyList<ProposedField> Opened() =>
    [
        .. File(),
        .. Optional(ColumnRole.Worker, column => Values.Code("worker", column)),
        .. Optional(ColumnRole.Theme, column => new ProposedField("themes", $"{{ from: {Yaml.Text(column.Reference)}, split: \",\" }}")),
    ];

    private IReadOnlyList<ProposedField> Reason(bool ofSuspension = false) =>
        findings.Columns.FirstOrDefault(column => column.Role == ColumnRole.Reason && HeaderWords.Count(column.Reference, ["schorsing", "suspension"]) > 0 == ofSuspension) is { } column
            ? [new ProposedField("reason", Yaml.Text(column.Reference))] : [];

    private IReadOnlyList<ProposedField> Claim() =>
        [.. Optional(ColumnRole.Hearing, column => Date("hearingOn", column)), .. Optional(ColumnRole.Municipality, column => new ProposedField("municipality", Yaml.Text(column.Reference)))];

    private IReadOnlyList<ProposedField> Membership() =>
    [
        findings.With(ColumnRole.Mutuality) is { } column
            ? new ProposedField("mutuality", Yaml.Text(column.Reference))
            : new ProposedField("mutuality", null) { Question = "Which column holds the number of the ziekenfonds (3 digits)? For one ziekenfonds: { value: \"306\" }." },
        .. Optional(ColumnRole.IncreasedAllowance, column => new ProposedField("increasedAllowance", Yaml.Text(column.Reference))),
        .. End is { } end ? (IReadOnlyList<ProposedField>)[Date("until", end)] : [],
    ];

    private ProposedField Number(string field, string what) => reference is not null
        ? new ProposedField(field, Yaml.Text(reference))
        : new ProposedField(field, null) { Question = $"Which column identifies {what}? Not the INSZ." };

    private static ProposedField Date(string field, ColumnFinding column) => new(field, Values.Of(column));

    private IReadOnlyList<ProposedField> Optional(ColumnRole role, Func<ColumnFinding, ProposedField> field) => findings.With(role) is { } column ? [field(column)] : [];
}
