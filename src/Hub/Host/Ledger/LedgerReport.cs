using IntegrationHub.Storage.Alerts;
using IntegrationHub.Storage.Ledger;

namespace IntegrationHub.Host.Ledger;

/// <summary>The ledger as programs read it: <c>hub ledger --json</c>.</summary>
/// <param name="AddsUp">Whether nothing is missing.</param>
/// <param name="Since">From when on it counts; null: from the beginning.</param>
/// <param name="Sources">What came of each source.</param>
/// <param name="Alerts">What a person should look at, and what was over in the last day.</param>
internal sealed record LedgerReport(bool AddsUp, DateTimeOffset? Since, IReadOnlyList<LedgerReport.OfSource> Sources, IReadOnlyList<Alert> Alerts)
{
    public static LedgerReport Of(LedgerBook book, IReadOnlyList<Alert> alerts) => new(book.AddsUp, book.Since, [.. book.Sources.Select(Line)], alerts);

    private static OfSource Line(SourceLedger source) => new(
        source.Source, source.Intake.Read, source.Intake.Accepted, source.Intake.Duplicate, source.Intake.Quarantined, source.InQuarantine, source.Discarded, source.Intake.Minimised,
        source.Journal, source.Moments, source.Signals, source.Deliveries, source.Missing);

    /// <summary>One source: read = accepted + duplicate + quarantined; the journal in batches; moments, signals and deliveries by what became of them; and what is missing.</summary>
    internal sealed record OfSource(
        string Source, long Read, long Accepted, long Duplicate, long Quarantined, long InQuarantine, long Discarded, long Minimised,
        JournalLedger Journal, MomentLedger Moments, long Signals, DeliveryLedger Deliveries, IReadOnlyList<LedgerGap> Missing);
}
