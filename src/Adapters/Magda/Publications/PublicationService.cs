namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>The publications that are read, by the local name of a file's root.</summary>
internal static class PublicationService
{
    public const string Werkrelaties = "PubliceerMutatiesWerkrelaties";

    public const string Persoon = "PubliceerMutatiePersoon";

    public const string Gezinssamenstelling = "PubliceerMutatieGezinssamenstelling";

    public const string AttestWerkloosheid = "PubliceerAttestWerkloosheid";

    public const string Faillissementsignaal = "PubliceerFaillissementsignaal";

    public static IReadOnlyList<string> Names { get; } = [Werkrelaties, Persoon, Gezinssamenstelling, AttestWerkloosheid, Faillissementsignaal];

    /// <summary>The publication of a root; some roots end in the version (PubliceerSocialeSchuld0200). Null when it is none of ours.</summary>
    public static string? Of(string root) => Names.FirstOrDefault(name => root.TrimEnd("0123456789".ToCharArray()) == name);
}
