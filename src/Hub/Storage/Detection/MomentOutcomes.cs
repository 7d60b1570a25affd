using IntegrationHub.Core.Detection;

namespace IntegrationHub.Storage.Detection;

/// <summary>What became of a moment, as the table and the events say it.</summary>
internal static class MomentOutcomes
{
    public static string WordOf(MomentOutcome outcome) => outcome switch
    {
        MomentOutcome.Held => "held",
        MomentOutcome.History => "history",
        MomentOutcome.Silenced => "silenced",
        MomentOutcome.Disputed => "disputed",
        _ => "signalled",
    };

    public static MomentOutcome Of(string word) => word switch
    {
        "held" => MomentOutcome.Held,
        "history" => MomentOutcome.History,
        "silenced" => MomentOutcome.Silenced,
        "disputed" => MomentOutcome.Disputed,
        _ => MomentOutcome.Signalled,
    };
}
