namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>What the values of a column are, as far as they show it themselves.</summary>
internal enum ContentKind
{
    /// <summary>No row holds one.</summary>
    Empty,

    /// <summary>INSZs: 11 digits with valid month and check digits.</summary>
    Insz,

    /// <summary>KBO numbers: 10 digits with valid check digits.</summary>
    Kbo,

    /// <summary>Days.</summary>
    Date,

    /// <summary>Days with an hour.</summary>
    Instant,

    /// <summary>E-mail addresses.</summary>
    Email,

    /// <summary>5 digits of which the first two are those of a Belgian district.</summary>
    Nis,

    /// <summary>Yes or no, in some way.</summary>
    Boolean,

    /// <summary>Whole numbers.</summary>
    Number,

    /// <summary>Anything else.</summary>
    Text,
}
