using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Adapters.Webhook;

/// <summary>What an operator sets for a webhook destination.</summary>
public sealed class WebhookOptions
{
    [Required]
    [Description("Where signals are posted: an absolute https address; http only to this machine itself, unless allowInsecure; inside only where allowInternal names it.")]
    public string Url { get; set; } = "";

    [Required]
    [Description("References (env:NAME, file:PATH) to the secrets that sign: each whsec_ and the base64 of 24 to 64 bytes. One as a rule; two or more while the receiver moves from an old secret to a new one: every request then carries a signature by each.")]
    public IList<string> Secrets { get; } = [];

    [Range(15, 30)]
    [Description("How many seconds one attempt may take.")]
    public int TimeoutSeconds { get; set; } = 20;

    [Description("Allows http to another machine. Signals then cross the network readable by all: only on a network that is itself encrypted.")]
    public bool AllowInsecure { get; set; }

    [Description("Host names as they stand in 'url', addresses or networks that signals may go to although they lie inside: on this machine, in a private network, link-local. Empty: none.")]
    public IList<string> AllowInternal { get; } = [];
}
