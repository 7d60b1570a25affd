namespace IntegrationHub.Host.Doors;

/// <summary>Why a request was not let in. Told to the administrator, never to who asked.</summary>
internal enum RefusalKind
{
    /// <summary>No key was sent.</summary>
    NoKey,

    /// <summary>What was sent is no key that counts: mistyped, guessed, or revoked.</summary>
    UnknownKey,

    /// <summary>A key whose <c>until</c> is over.</summary>
    KeyEnded,

    /// <summary>A known caller asked for what it may not.</summary>
    NotAllowed,

    /// <summary>A known caller asked more often than <c>limits.requestsPerMinute</c>.</summary>
    TooOften,

    /// <summary>A stranger asked more often than one of them is answered.</summary>
    Flood,
}
