namespace IntegrationHub.Host.Doors;

/// <summary>What a caller may do over HTTP.</summary>
internal enum CallerRight
{
    /// <summary>Post records to the sources that it is named for.</summary>
    Push,

    /// <summary>Have a source run, and everything else below <c>/admin</c>.</summary>
    Administer,

    /// <summary>Ask whether the hub is well, and what waits for an answer.</summary>
    Monitor,
}
