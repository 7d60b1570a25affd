using IntegrationHub.Host.Commands;
using IntegrationHub.Storage.Alerts;

namespace IntegrationHub.Host.Ledger;

/// <summary>An alert in a line.</summary>
internal static class AlertSentence
{
    public static string Of(Alert alert) =>
        $"Alert {alert.Code}, since {ResultConsole.Time(alert.StartedAt)}{(alert.EndedAt is { } end ? $", over at {ResultConsole.Time(end)}" : "")}: {alert.Detail}";
}
