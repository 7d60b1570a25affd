namespace IntegrationHub.Storage.Rotation;

/// <summary>What keys are for, as the store writes it.</summary>
public static class KeyKinds
{
    /// <summary>Hashes of INSZs.</summary>
    public const string Citizens = "citizens";

    /// <summary>Sealed columns.</summary>
    public const string Seal = "seal";
}
