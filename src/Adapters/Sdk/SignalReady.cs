using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Sdk;

/// <summary>
/// A signal after the legal gate, as a destination may show it: only the fields that the authorisation names are filled. It holds personal data: <see cref="ToString"/> shows ids only.
/// </summary>
public sealed record SignalReady
{
    /// <summary>Identifies this delivery: the same however often it is tried. Standard Webhooks sends it as <c>webhook-id</c>.</summary>
    public required Guid DeliveryId { get; init; }

    /// <summary>The signal.</summary>
    public required Guid SignalId { get; init; }

    /// <summary>Issued, updated, or withdrawn because every moment in it lost its ground.</summary>
    public required SignalKind Kind { get; init; }

    /// <summary>What kind of moment, kebab-case Dutch code (<c>ontslag</c>); of several the first.</summary>
    public required string MomentCode { get; init; }

    /// <summary>The moment in plain words, by language (<c>nl</c>, <c>en</c>).</summary>
    public required IReadOnlyDictionary<string, string> Title { get; init; }

    /// <summary>What it is about and what the case worker can do, in plain words, by language (<c>nl</c>, <c>en</c>).</summary>
    public required IReadOnlyDictionary<string, string> Text { get; init; }

    /// <summary>When it happened; null where the authorisation does not name it.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>When the hub knew, UTC; null where the authorisation does not name it.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>When the hub issued, updated or withdrew the signal, UTC. Its own act, so no authorisation hides it; null when the host does not say.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>How soon to look; null when the host does not say.</summary>
    public SignalPriority? Priority { get; init; }

    /// <summary>After this the signal is of no use any more, UTC; null when the host does not say.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>
    /// The moments in it that the recipient may see, the first first: one situation is one signal. Empty in a withdrawal.
    /// </summary>
    public IReadOnlyList<SignalMoment> Moments { get; init; } = [];

    /// <summary>The partner it goes to, by its id in <c>partnerships.json</c>.</summary>
    public required string Recipient { get; init; }

    /// <summary>The case worker's code in the partner's own tool, when one is known.</summary>
    public string? Worker { get; init; }

    /// <summary>The hub's reference of the citizen.</summary>
    public required CitizenRef Citizen { get; init; }

    /// <summary>The INSZ; null where the authorisation does not name it.</summary>
    public Insz? Insz { get; init; }

    /// <summary>Names, address, contact; only the fields the authorisation names.</summary>
    public PersonDetails? Person { get; init; }

    /// <summary>NIS code of the municipality; null where unknown or not named.</summary>
    public NisCode? Municipality { get; init; }

    /// <summary>The sources of the facts that its moments hang on; empty where the authorisation does not name them.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Ids of the rights worth exploring, those of <see cref="Rights"/> in their order. Never a promise that a right is granted.</summary>
    public IReadOnlyList<string> RightsToExplore { get; init; } = [];

    /// <summary>
    /// The rights that may apply, each with what a case worker needs to explore it. They follow from the facts that the recipient may see and from no other: what is listed, and what is not, tells nothing that is
    /// hidden from it. Empty in a withdrawal.
    /// </summary>
    public IReadOnlyList<SignalRight> Rights { get; init; } = [];

    /// <summary>The ground on which the recipient may see this: the number of the deliberation or protocol. Empty in a withdrawal when the authorisation lapsed meanwhile.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Shows ids only.</summary>
    public override string ToString() => $"SignalReady({SignalId}, {MomentCode}, to {Recipient})";
}
