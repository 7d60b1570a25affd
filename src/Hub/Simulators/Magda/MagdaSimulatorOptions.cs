namespace IntegrationHub.Simulators.Magda;

/// <summary>What the MAGDA simulator serves, and how it misbehaves.</summary>
public sealed record MagdaSimulatorOptions
{
    /// <summary>Folder with replies: <c>&lt;Domain&gt;/&lt;Service&gt;/&lt;Version&gt;/&lt;INSZ&gt;.xml</c>, <c>notfound.xml</c> or <c>success.xml</c> else.</summary>
    public required string FilesFolder { get; init; }

    /// <summary>Where it listens; port 0 takes a free one (read it from <c>app.Urls</c>).</summary>
    public string Url { get; init; } = "http://127.0.0.1:5081";

    /// <summary>How many requests it takes within one second before it throttles; null never does.</summary>
    public int? ThrottlePerSecond { get; init; }

    /// <summary>Whether throttling is answered as Uitzondering 99995; as a SOAP Fault otherwise.</summary>
    public bool ThrottleAsUitzondering { get; init; }

    /// <summary>How long each answer takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Which requests go wrong, and how.</summary>
    public IReadOnlyList<MagdaFault> Faults { get; init; } = [];

    /// <summary>How many requests it remembers; the oldest are forgotten.</summary>
    public int RememberRequests { get; init; } = 2000;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
