namespace IntegrationHub.Host.Doors;

/// <summary>Who may call the hub over HTTP, as <c>callers</c> in <c>hub.json</c> says.</summary>
/// <param name="Id">Its name in logs and in the audit log (<c>caller:ID</c>).</param>
/// <param name="Sources">The sources that it may post to.</param>
/// <param name="May">What it may do.</param>
/// <param name="Keys">Its keys: one as a rule, two while it moves to a new one.</param>
internal sealed record Caller(string Id, IReadOnlySet<string> Sources, IReadOnlySet<CallerRight> May, IReadOnlyList<CallerKey> Keys);
