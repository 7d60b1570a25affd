using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Adapters.Queue;

/// <summary>What an operator sets for a queue destination.</summary>
public sealed class QueueOptions
{
    [Required]
    [Description("Reference (env:NAME, file:PATH) to the broker's address with user and password: amqps://user:password@host/vhost. amqp only to this machine itself, unless allowInsecure.")]
    public string Uri { get; set; } = "";

    [Required]
    [Description("Name of the queue.")]
    public string Queue { get; set; } = "";

    [Description("Makes the queue, durable, when it is not there. Off: its owner made it.")]
    public bool Declare { get; set; }

    [AllowedValues("quorum", "classic")]
    [Description("What declare makes.")]
    public string QueueType { get; set; } = "quorum";

    [Range(1, 8760)]
    [Description("The broker throws a signal away that nobody took for so many hours; without it, never.")]
    public int? ExpireAfterHours { get; set; }

    [Range(5, 60)]
    [Description("How many seconds one attempt may take.")]
    public int TimeoutSeconds { get; set; } = 15;

    [Description("Allows amqp to another machine. Signals then cross the network readable by all: only on a network that is itself encrypted.")]
    public bool AllowInsecure { get; set; }
}
