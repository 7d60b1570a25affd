using IntegrationHub.Host.Commands;
using IntegrationHub.Storage.Ledger;

namespace IntegrationHub.Host.Ledger;

/// <summary>What a gap in the ledger means, in a sentence.</summary>
internal static class LedgerSentence
{
    public static string Of(string source, LedgerGap gap)
    {
        var since = gap.Since is { } at ? $", since {ResultConsole.Time(at)}" : "";
        return gap.What switch
        {
            "read" => $"{source}: of {Number.Of(gap.Count, "record")} that it gave nothing is known{since}. Have it read again: hub sources run {source} --from-beginning.",
            "records" => $"{source}: {Number.Of(gap.Count, "version")} of records {Are(gap)} missing{since}. Have it read again: hub sources run {source} --from-beginning.",
            "batches" => $"{source}: {Number.Of(gap.Count, "fact")} {Are(gap)} missing with the batch that held {Them(gap)}{since}. Restore a backup.",
            "facts" => $"{source}: {Number.Of(gap.Count, "fact")} {Are(gap)} missing from the batches that held {Them(gap)}{since}. Restore a backup.",
            "unprocessed" => $"{source}: {Number.Of(gap.Count, "batch", "batches")} {Are(gap)} not processed{since}. Does a hub run, and does its bus answer? GET /health/ready tells.",
            "moments" => $"{source}: {Number.Of(gap.Count, "moment")} {Are(gap)} missing{since}. Restore a backup.",
            "signals" => $"{source}: the signal of {Number.Of(gap.Count, "moment")} is missing{since}. Restore a backup.",
            "deliveries" => $"{source}: {Number.Of(gap.Count, "delivery", "deliveries")} of signals {Are(gap)} missing{since}. Restore a backup.",
            _ => $"{source}: there {Are(gap)} {gap.Count} more {gap.What.Replace("-uncounted", "", StringComparison.Ordinal)} than were ever counted{since}. Something wrote to the store past the hub.",
        };
    }

    private static string Are(LedgerGap gap) => gap.Count == 1 ? "is" : "are";

    private static string Them(LedgerGap gap) => gap.Count == 1 ? "it" : "them";
}
