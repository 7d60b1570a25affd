namespace IntegrationHub.Adapters.Queue;

/// <summary>What an operator sets for a queue destination.</summary>
public sealed class QueueOptions
{
    /// <summary>
    /// Reference (<c>env:NAME</c>, <c>file:PATH</c>) to the broker's address with user and password: <c>amqps://user:password@host/vhost</c>. <c>amqp</c> only to this machine itself, unless
    /// <see cref="AllowInsecure"/>.
    /// </summary>
    public string Uri { get; set; } = "";

    /// <summary>Name of the queue.</summary>
    public string Queue { get; set; } = "";

    /// <summary>Makes the queue, durable, when it is not there. Off: its owner made it.</summary>
    public bool Declare { get; set; }

    /// <summary>What <see cref="Declare"/> makes: <c>quorum</c> or <c>classic</c>.</summary>
    public string QueueType { get; set; } = "quorum";

    /// <summary>The broker throws a signal away that nobody took for so many hours, 1 to 8760; without it, never.</summary>
    public int? ExpireAfterHours { get; set; }

    /// <summary>How long one attempt may take, 5 to 60 seconds.</summary>
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>Allows <c>amqp</c> to another machine. Signals then cross the network readable by all: only on a network that is itself encrypted.</summary>
    public bool AllowInsecure { get; set; }
}
