using System.Reflection;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>One field of a contract.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Type">What it takes.</param>
/// <param name="IsRequired">Whether the contract needs it.</param>
/// <param name="Property">Where it goes; null for what the intake fills from the INSZs.</param>
internal sealed record FieldShape(string Name, FieldType Type, bool IsRequired, PropertyInfo? Property)
{
    /// <summary>Of a <see cref="FieldType.Choice"/>: the names.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What it takes, in words.</summary>
    public string Expected => Type switch
    {
        FieldType.Reference => "a number of the source's own",
        FieldType.Code => "a code",
        FieldType.CodeOrRemark => "a code (free text goes to the encrypted remark)",
        FieldType.Codes => "one or more codes (free text goes to the encrypted remark)",
        FieldType.Date => "a date",
        FieldType.Municipality => "a NIS code",
        FieldType.Enterprise => "a KBO number",
        FieldType.Boolean => "true or false",
        FieldType.Choice => "one of " + string.Join(", ", Choices),
        FieldType.Attributes => "names with values that are codes, dates or numbers",
        FieldType.Members => "each, insz, position and since",
        _ => "an INSZ",
    };
}
