using IntegrationHub.Host.Composition;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Host.Audit;

/// <summary>Who looks in the log is in the log: before anything is shown, for one that is cut off showed what it showed.</summary>
internal static class AuditLooked
{
    public static Task TellAsync(HubServices hub, string kind, string actor, AuditFilter filter, string atMost, CancellationToken token) => hub.Store.Audit.AddAsync(
        new AuditEntry
        {
            At = TimeProvider.System.GetUtcNow(), Kind = kind, Actor = actor, Citizen = filter.Citizens is [var her, ..] ? her : null, Recipient = filter.Recipient ?? "",
            Detail = $"kind: {filter.Kind ?? "all"}; since: {filter.Since?.ToString("O") ?? "the beginning"}; until: {filter.Until?.ToString("O") ?? "now"}; {atMost}{(filter.Citizens is [] ? "; about a citizen whom the hub does not know" : "")}",
        },
        token);
}
