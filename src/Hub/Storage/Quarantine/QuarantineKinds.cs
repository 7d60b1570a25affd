namespace IntegrationHub.Storage.Quarantine;

/// <summary>Kinds of quarantine entries. A source record has the kind its adapter gave it.</summary>
public static class QuarantineKinds
{
    /// <summary>The kind of a fact on which the detection fails starts so; its contract follows. Its content is the fact as it crosses the bus.</summary>
    public const string FactPrefix = "fact/";
}
