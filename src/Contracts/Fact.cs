namespace IntegrationHub.Contracts;

/// <summary>
/// Something a partner's system knows about a citizen. A fact is identified by its source, the source's record and a key within the record;
/// a newer version of the record replaces it. Facts carry references, dates and codes: never an INSZ, a name, an address or free text.
/// </summary>
/// <remarks>A normaliser fills what the contract itself adds and <see cref="OccurredAt"/>; the intake fills the rest.</remarks>
public abstract record Fact
{
    /// <summary>Who it is about.</summary>
    public CitizenRef Citizen { get; init; }

    /// <summary>The id of the configured source that supplied it, kebab-case (<c>ocmw-gent</c>).</summary>
    public string Source { get; init; } = "";

    /// <summary>The record in the source it was read from. An HMAC where the source's own id would name a person.</summary>
    public string RecordId { get; init; } = "";

    /// <summary>Which fact of that record this is, unique within the record.</summary>
    public string FactKey { get; init; } = "";

    /// <summary>Counts the versions of the record as the hub saw them, from 1. The highest revision of a fact is the one that holds.</summary>
    public int Revision { get; init; }

    /// <summary>
    /// When it happened, or will happen. A source that knows only a day gives the start of that day in Europe/Brussels
    /// (<see cref="BelgianTime.StartOf"/>).
    /// </summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When the hub knew: the moment the intake accepted it, UTC.</summary>
    public DateTimeOffset KnownAt { get; init; }

    /// <summary>When a later version of the record said the same again, UTC: the latest; null while none did. The intake fills it.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>
    /// The same fact with the references the intake swapped in for the INSZs that the normaliser returned.
    /// </summary>
    /// <param name="citizen">The citizen the fact is about.</param>
    /// <param name="others">The references of the other people the fact names, in the order in which the normaliser gave them.</param>
    public virtual Fact WithCitizens(CitizenRef citizen, IReadOnlyList<CitizenRef> others) => this with { Citizen = citizen };

    /// <summary>Everyone besides <see cref="Citizen"/> whom the fact names. Empty for most contracts.</summary>
    public virtual IReadOnlyList<CitizenRef> OtherCitizens() => [];
}
