namespace IntegrationHub.Contracts;

/// <summary>A rule recognised a hinge moment on a citizen's timeline. Its key is (rule, citizen, anchor): however often it is found, it exists once.</summary>
public sealed record ScharniermomentDetected
{
    /// <summary>Id of the moment.</summary>
    public required Guid Moment { get; init; }

    /// <summary>Id of the rule that found it.</summary>
    public required string Rule { get; init; }

    /// <summary>What kind of moment, kebab-case Dutch code (<c>ontslag</c>, <c>ziekenhuisontslag</c>).</summary>
    public required string Code { get; init; }

    /// <summary>Whose life it is.</summary>
    public required CitizenRef Citizen { get; init; }

    /// <summary>The fact that it hangs on.</summary>
    public required FactIdentity Anchor { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When the hub knew the fact it hangs on, UTC.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>What became of it: <c>signalled</c> (a signal is about it), <c>held</c> (an administrator is asked first), <c>history</c> (too late to be of use), <c>silenced</c> (the citizen refuses signals of this kind) or <c>disputed</c> (a fact it rests on is disputed, and its source has not answered).</summary>
    public string? Outcome { get; init; }

    /// <summary>When the rule found it, UTC.</summary>
    public required DateTimeOffset DetectedAt { get; init; }
}
