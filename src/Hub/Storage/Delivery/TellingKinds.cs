using IntegrationHub.Core.Signals.Telling;

namespace IntegrationHub.Storage.Delivery;

/// <summary>What a delivery tells, as the table says it.</summary>
internal static class TellingKinds
{
    public const string Withdrawn = "withdrawn";

    public static string WordOf(TellingKind kind) => kind switch
    {
        TellingKind.Updated => "updated",
        TellingKind.Withdrawn => Withdrawn,
        _ => "issued",
    };

    public static TellingKind Of(string word) => word switch
    {
        "updated" => TellingKind.Updated,
        Withdrawn => TellingKind.Withdrawn,
        _ => TellingKind.Issued,
    };
}
