namespace IntegrationHub.Host.Rules;

/// <summary>What a field of a fact holds, as far as a rule can ask about it.</summary>
internal enum FactFieldKind
{
    /// <summary>A code or number as the source gives it.</summary>
    Code,

    /// <summary>Several codes.</summary>
    Codes,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of <see cref="FactField.Choices"/>.</summary>
    Choice,

    /// <summary>A NIS code.</summary>
    Municipality,

    /// <summary>A KBO number.</summary>
    Enterprise,

    /// <summary>Codes, dates and numbers by name, each asked as <c>attributes.name</c>.</summary>
    Attributes,
}
