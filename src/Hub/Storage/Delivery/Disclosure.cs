using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Delivery;

/// <summary>What was shown, for the audit log; never the content.</summary>
/// <param name="Fields">Names of the fields shown.</param>
/// <param name="LegalBasis">The ground.</param>
/// <param name="Detail">What the tool answered, such as a status code.</param>
public sealed record Disclosure(IReadOnlyCollection<string> Fields, string LegalBasis, string? Detail)
{
    /// <summary>Whom the signal is about, for this recipient; null: the moment that the delivery is about first says it.</summary>
    public CitizenRef? About { get; init; }

    /// <summary>Ids of the sources whose data it is, separated by commas.</summary>
    public string Source { get; init; } = "";

    /// <summary>For what purpose.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Whom the signal is about besides: others in the household with a moment, or a fact that speaks for a right, that was shown.</summary>
    public IReadOnlyList<CitizenRef> Others { get; init; } = [];
}
