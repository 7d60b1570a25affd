namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>What a field of a contract takes.</summary>
internal enum FieldType
{
    /// <summary>A number that identifies something within its source; never the citizen's INSZ.</summary>
    Reference,

    /// <summary>A code; anything else is refused.</summary>
    Code,

    /// <summary>A code; free text goes to the encrypted remark.</summary>
    CodeOrRemark,

    /// <summary>Several of those.</summary>
    Codes,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A NIS code.</summary>
    Municipality,

    /// <summary>A KBO number.</summary>
    Enterprise,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>One of <see cref="FieldShape.Choices"/>.</summary>
    Choice,

    /// <summary>Codes, dates and numbers by name.</summary>
    Attributes,

    /// <summary>The members of a household.</summary>
    Members,

    /// <summary>The INSZ that replaces the citizen's.</summary>
    Replacement,
}
