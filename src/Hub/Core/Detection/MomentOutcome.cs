namespace IntegrationHub.Core.Detection;

/// <summary>What became of a moment.</summary>
public enum MomentOutcome
{
    /// <summary>A signal is about it.</summary>
    Signalled,

    /// <summary>Its source was being loaded: an administrator says what becomes of it.</summary>
    Held,

    /// <summary>It was out of date when it was found, or an administrator said so: no signal is about it.</summary>
    History,

    /// <summary>The citizen refuses signals of this kind: none is about it while she does.</summary>
    Silenced,

    /// <summary>A fact on which it rests is disputed, and its source has not answered yet: no signal is about it until then.</summary>
    Disputed,
}
