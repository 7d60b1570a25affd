using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts;

/// <summary>
/// The hub's own name for a citizen: a random id given at intake. It says nothing about the person, never changes
/// (not when the INSZ is replaced, not when a key is rotated) and is the only name of a citizen that crosses the bus, rests in an index or
/// appears in a log.
/// </summary>
/// <param name="Value">A random (version 4) UUID. <see cref="Guid.Empty"/> means "not yet swapped in by the intake".</param>
[JsonConverter(typeof(CitizenRefJsonConverter))]
public readonly record struct CitizenRef(Guid Value) : IComparable<CitizenRef>
{
    /// <summary>A new random reference.</summary>
    public static CitizenRef New() => new(Guid.NewGuid());

    /// <summary>Reads the 36-character form.</summary>
    /// <exception cref="FormatException">The text is not a UUID.</exception>
    public static CitizenRef Parse(string text) => new(Guid.Parse(text));

    /// <summary>Orders references the way both stores do: as the big-endian bytes of the UUID.</summary>
    public int CompareTo(CitizenRef other) => Value.CompareTo(other.Value);

    /// <summary>The 36-character lower-case form.</summary>
    public override string ToString() => Value.ToString("D");

    /// <summary>Orders by <see cref="CompareTo"/>.</summary>
    public static bool operator <(CitizenRef left, CitizenRef right) => left.CompareTo(right) < 0;

    /// <summary>Orders by <see cref="CompareTo"/>.</summary>
    public static bool operator >(CitizenRef left, CitizenRef right) => left.CompareTo(right) > 0;

    /// <summary>Orders by <see cref="CompareTo"/>.</summary>
    public static bool operator <=(CitizenRef left, CitizenRef right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by <see cref="CompareTo"/>.</summary>
    public static bool operator >=(CitizenRef left, CitizenRef right) => left.CompareTo(right) >= 0;
}
