namespace IntegrationHub.Adapters.Webhook;

/// <summary>What an operator sets for a webhook destination.</summary>
public sealed class WebhookOptions
{
    /// <summary>Where signals are posted: an absolute <c>https</c> address; <c>http</c> only to this machine itself, unless <see cref="AllowInsecure"/>.</summary>
    public string Url { get; set; } = "";

    /// <summary>
    /// References (<c>env:NAME</c>, <c>file:PATH</c>) to the secrets that sign: each <c>whsec_</c> and the base64 of 24 to 64 bytes. One as a rule; two or more while the
    /// receiver moves from an old secret to a new one: every request then carries a signature by each.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>How long one attempt may take, 15 to 30 seconds.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Allows <c>http</c> to another machine. Signals then cross the network readable by all: only on a network that is itself encrypted.</summary>
    public bool AllowInsecure { get; set; }
}
