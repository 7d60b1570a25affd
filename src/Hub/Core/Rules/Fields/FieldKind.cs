namespace IntegrationHub.Core.Rules.Fields;

/// <summary>What a field of a fact holds, as far as a rule can test it.</summary>
public enum FieldKind
{
    /// <summary>A text or a code. A value that reads as a number or a date (<c>yyyy-MM-dd</c>) can be compared as one.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A calendar day in Belgium.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>Several texts: a test fits when it fits one of them.</summary>
    List,

    /// <summary>Texts by name. A rule names one of them: <c>attributes.days</c>.</summary>
    Attributes,
}
