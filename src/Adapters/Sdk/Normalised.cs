namespace IntegrationHub.Adapters.Sdk;

/// <summary>What a normaliser made of one record: facts, or reasons why not.</summary>
public sealed class Normalised
{
    private Normalised(IReadOnlyList<NormalisedFact> facts, IReadOnlyList<Rejection> rejections) => (Facts, Rejections) = (facts, rejections);

    /// <summary>The facts; empty when the record holds nothing of interest, or was rejected. Facts of an earlier version that are not among them are withdrawn.</summary>
    public IReadOnlyList<NormalisedFact> Facts { get; }

    /// <summary>Why the record was rejected; empty when it was accepted.</summary>
    public IReadOnlyList<Rejection> Rejections { get; }

    /// <summary>Whether the record goes to quarantine.</summary>
    public bool IsRejected => Rejections.Count > 0;

    /// <summary>The record holds these facts now.</summary>
    public static Normalised Accept(params IReadOnlyList<NormalisedFact> facts) => new(facts, []);

    /// <summary>The record cannot be normalised.</summary>
    /// <exception cref="ArgumentException">There is no reason among <paramref name="rejections"/>.</exception>
    public static Normalised Reject(params IReadOnlyList<Rejection> rejections) =>
        rejections.Count > 0 ? new([], rejections) : throw new ArgumentException("A rejection needs a reason.", nameof(rejections));
}
