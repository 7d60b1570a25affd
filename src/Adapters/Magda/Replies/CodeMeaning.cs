namespace IntegrationHub.Adapters.Magda.Replies;

/// <summary>What a code of MAGDA means to the hub; <see cref="MagdaCodes"/> says which code means what.</summary>
internal enum CodeMeaning
{
    /// <summary>The content is complete or marked as it is; accepted with its facts.</summary>
    Information,

    /// <summary>MAGDA knows nothing about this; accepted without facts.</summary>
    NoData,

    /// <summary>The INSZ was replaced; accepted, the facts are about the new one.</summary>
    Replaced,

    /// <summary>The citizen must be registered first; registered and asked again once.</summary>
    NotRegistered,

    /// <summary>The receipt of notifications is none of MAGDA's; forgotten.</summary>
    WrongReceipt,

    /// <summary>A registration that exists already; as good as a new one.</summary>
    AlreadyRegistered,

    /// <summary>Something is wrong with this citizen's number; quarantined.</summary>
    Citizen,

    /// <summary>We may not ask this. At Repliek level it holds for every citizen and ends the run; at Antwoord level it is quarantined.</summary>
    Access,

    /// <summary>The source behind MAGDA could not answer now; quarantined, the next round asks again.</summary>
    Source,

    /// <summary>Too many questions; the run ends and comes back later.</summary>
    Throttled,

    /// <summary>A code that this table does not hold: quarantined when it is a FOUT, else information.</summary>
    Unknown,
}
