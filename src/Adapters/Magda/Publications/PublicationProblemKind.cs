namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>What can be wrong with a whole file.</summary>
internal enum PublicationProblemKind
{
    /// <summary>XML that ends in the middle.</summary>
    CutOff,

    /// <summary>No XML, a document type, or XML with a mistake.</summary>
    Mistake,

    /// <summary>A tag or text that no memory should hold.</summary>
    TooLong,

    /// <summary>XML that is no publication of ours.</summary>
    OtherXml,
}
