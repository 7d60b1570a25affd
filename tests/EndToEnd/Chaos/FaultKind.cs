namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>What goes wrong. Those from <see cref="BrokerStopped"/> on need the servers.</summary>
internal enum FaultKind
{
    /// <summary><c>kill -9</c> of a hub that has work; it is started again a moment later, as a service is.</summary>
    HubKilled,

    /// <summary>The same, and once more while it starts.</summary>
    HubKilledTwice,

    /// <summary>The case worker's tool takes seconds for each answer.</summary>
    DestinationSlow,

    /// <summary>It answers 500, 503 or 429, or breaks the connection: sometimes after it took the signal in.</summary>
    DestinationFailing,

    /// <summary>Nothing listens at its address.</summary>
    DestinationGone,

    /// <summary>Partners send again what was acknowledged, and the same to two hubs at one time.</summary>
    InputDuplicated,

    /// <summary>A correction before what it corrects, a cancellation before what it cancels, the later file first.</summary>
    InputReordered,

    /// <summary>Files that grow, connections that break in the middle of a message, and the message again.</summary>
    InputSplit,

    /// <summary>The clock of one hub is set back under it.</summary>
    ClockSetBack,

    BrokerStopped,
    BrokerKilled,

    /// <summary>Back with nothing: no exchange, no queue, no message.</summary>
    BrokerWiped,
    BrokerConnectionsCut,
    ExchangesDeleted,
    QueuesDeleted,

    /// <summary><c>kill -9</c> of both at once.</summary>
    EveryHubKilled,
    DatabaseRestarted,
    DatabaseKilled,
    DatabaseConnectionsCut,
}
