using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals.Telling;

namespace IntegrationHub.Host.Delivery;

/// <summary>The hub's own words as those of the Sdk.</summary>
internal static class SignalKinds
{
    public static SignalKind Of(TellingKind kind) => kind switch
    {
        TellingKind.Issued => SignalKind.Issued,
        TellingKind.Updated => SignalKind.Updated,
        _ => SignalKind.Withdrawn,
    };

    public static SignalPriority Of(Priority priority) => priority switch
    {
        Priority.Low => SignalPriority.Low,
        Priority.High => SignalPriority.High,
        Priority.Urgent => SignalPriority.Urgent,
        _ => SignalPriority.Normal,
    };
}
