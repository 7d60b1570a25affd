namespace IntegrationHub.Core.Privacy;

/// <summary>The fields an authorisation can name.</summary>
public static class DisclosedFields
{
    /// <summary>The INSZ.</summary>
    public const string Insz = "insz";

    /// <summary>Family name and given names.</summary>
    public const string Name = "name";

    /// <summary>Street, number and locality.</summary>
    public const string Address = "address";

    /// <summary>Telephone and e-mail.</summary>
    public const string Contact = "contact";

    /// <summary>NIS code of the municipality.</summary>
    public const string Municipality = "municipality";

    /// <summary>When it happened.</summary>
    public const string OccurredAt = "occurredAt";

    /// <summary>When the hub knew.</summary>
    public const string KnownAt = "knownAt";

    /// <summary>The id of the source.</summary>
    public const string Source = "source";

    /// <summary>Free text of the source about the fact.</summary>
    public const string Remark = "remark";

    /// <summary>None of them.</summary>
    public static IReadOnlySet<string> None { get; } = new HashSet<string>();

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> All { get; } =
        new HashSet<string>(StringComparer.Ordinal) { Insz, Name, Address, Contact, Municipality, OccurredAt, KnownAt, Source, Remark };
}
