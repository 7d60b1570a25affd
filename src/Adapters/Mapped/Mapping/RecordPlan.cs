using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>One kind of record: how a row is known, and what it becomes. Called from several threads at once.</summary>
internal sealed class RecordPlan
{
    [ThreadStatic]
    private static List<DraftedFact>? room;

    private readonly IRowReader reader;
    private readonly IRowReader identityReader;
    private readonly IdentityPlan identity;
    private readonly IdentityPlan identityOfRow;
    private readonly ValuePlan? citizen;
    private readonly OrderPlan? order;
    private readonly FactPlan[] facts;
    private readonly PersonPlan person;

    public RecordPlan(RecordSection section)
    {
        (Kind, Section) = (section.Kind, section);
        var first = new References(section.Format);
        identity = new IdentityPlan(section, first);
        identityReader = RowReaders.Create(section, first.Names, identityOnly: true);

        var all = new References(section.Format);
        identityOfRow = new IdentityPlan(section, all);
        citizen = section.Citizen is { } column ? new ValuePlan(new ValueSection { From = [column] }, all) : null;
        order = section.Order.Count == 0 ? null : new OrderPlan(section, all);
        facts = [.. section.Facts.Select(fact => new FactPlan(fact, all))];
        person = new PersonPlan(section.Person, all);
        reader = RowReaders.Create(section, all.Names);
        References = all.Names;
    }

    /// <summary>Its name.</summary>
    public string Kind { get; }

    /// <summary>What the document says of it.</summary>
    public RecordSection Section { get; }

    /// <summary>Every column or path that the mapping refers to.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>What identifies a row. Reads no more of it than that.</summary>
    public Identity Identify(in RawRow row, RowCells cells) => identityReader.Read(row, cells) is null ? identity.Read(cells) : default;

    /// <summary>The record of a row.</summary>
    /// <param name="row">The row; its bytes are copied.</param>
    /// <param name="known">What <see cref="Identify"/> said, with an id in any case: where none can be read, what else the row is known by (kind, file and line).</param>
    public SourceRecord ToRecord(in RawRow row, Identity known) => new()
    {
        Id = known.Id ?? throw new ArgumentException("A record needs an id.", nameof(known)),
        IdIsPersonal = known.IsPersonal,
        Version = known.Version,
        Kind = Kind,
        Raw = row.Bytes.ToArray(),
        Line = row.Line,
        Properties = row.Properties,
    };

    /// <summary>What a row holds of <see cref="References"/>, as text; nothing when it cannot be taken apart.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Show(in RawRow row)
    {
        var cells = new RowCells();
        return reader.Read(row, cells) is null ? [.. References.Select((reference, number) => KeyValuePair.Create(reference, cells[number].Text.ToString()))] : [];
    }

    /// <summary>What a row becomes, or every reason why not.</summary>
    public Normalised Normalise(in RawRow row, RowCells cells)
    {
        if (reader.Read(row, cells) is { } unreadable)
            return Normalised.Reject(InFile([unreadable], row));
        if (!identityOfRow.IsForUs(cells))
            return Normalised.Accept();
        var scope = new RowScope(cells, reader, row.Line, stackalloc int[References.Count]);
        if (citizen is not null && CitizenField.TryRead(citizen.Read(ref scope), citizen.Place, ref scope, out var insz))
            scope.Citizen = insz;
        identityOfRow.Check(ref scope);
        order?.Check(ref scope);
        var result = Facts(cells, ref scope);
        return result.IsRejected ? Normalised.Reject(InFile(result.Rejections, row)) : result;
    }

    // Names the file where the mapping would read one of that name: any other text there is none of ours to repeat.
    private IReadOnlyList<Rejection> InFile(IReadOnlyList<Rejection> rejections, in RawRow row)
    {
        if (!Section.IsFile(row.Properties.GetValueOrDefault(RowProperties.File)))
            return rejections;
        var file = $"{(row.Line is null ? "," : " of")} {Insz.Mask(row.Properties[RowProperties.File])}";
        return [.. rejections.Select(rejection => rejection with { Field = rejection.Field + file })];
    }

    private Normalised Facts(RowCells cells, ref RowScope scope)
    {
        var drafts = room ??= [];
        drafts.Clear();
        foreach (var plan in facts)
        {
            if (!plan.IsHeldBy(cells))
                continue;
            var about = scope.Citizen;
            if (plan.Citizen is { } own)
                CitizenField.TryRead(cells[own], own, ref scope, out about);
            scope.About = about;
            var fact = plan.Make(ref scope);
            drafts.Add(new DraftedFact(plan, about, fact, scope.Others));
        }

        var details = person.Read(ref scope);
        if (scope.Rejections is { } reasons)
            return Normalised.Reject(reasons);
        var result = new NormalisedFact[drafts.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var (plan, about, fact, others) = drafts[i];
            result[i] = new NormalisedFact(plan.Key, about, fact) { Others = others, Person = plan.Citizen is null || about == scope.Citizen ? details : null };
        }

        drafts.Clear();
        return Normalised.Accept(result);
    }
}
