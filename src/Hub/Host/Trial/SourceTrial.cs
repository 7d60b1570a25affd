using System.Text;
using System.Text.Unicode;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Intake;
using IntegrationHub.Plugins.Instances;

namespace IntegrationHub.Host.Trial;

/// <summary>Reads a source from its beginning and normalises its records, as the hub would, and keeps nothing.</summary>
/// <param name="instance">A pull source.</param>
/// <param name="limit">How many records to try; 0 for all.</param>
/// <param name="kind">Only records of this kind; null for every kind.</param>
internal sealed class SourceTrial(PluginInstance instance, int limit, string? kind)
{
    private const int LongestReasons = 100_000;
    private const int LongestText = 4_000;
    private readonly CheckedNormaliser normaliser = new(instance.Normaliser!, instance.Context.MaxRecordBytes);
    private readonly List<Rejection> rejections = [];
    private readonly SortedDictionary<string, int> contracts = new(StringComparer.Ordinal);
    private int rows;
    private int rejected;
    private int leftOut;

    /// <summary>Tries the records, telling each.</summary>
    public async Task<TrialSummary> RunAsync(Action<TriedRow> tell, CancellationToken token)
    {
        await foreach (var page in instance.Pull!.PullAsync(null, token))
        {
            foreach (var record in page.Records.Where(record => kind is null || record.Kind == kind))
            {
                if (limit > 0 && rows == limit)
                    return Summary(isAll: false);
                tell(Try(record));
            }
        }

        return Summary(isAll: true);
    }

    private TriedRow Try(SourceRecord record)
    {
        rows++;
        IReadOnlyList<TriedFact> facts = [];
        var normalised = normaliser.Normalise(record);
        try
        {
            facts = [.. normalised.Facts.Select(TriedFact.Of)];
        }
        catch (Exception exception)
        {
            normalised = Normalised.Reject(CheckedNormaliser.Failure(exception));
        }

        rejected += normalised.IsRejected ? 1 : 0;
        leftOut += !normalised.IsRejected && facts.Count == 0 ? 1 : 0;
        rejections.AddRange(normalised.Rejections.Take(LongestReasons - rejections.Count));
        foreach (var fact in facts)
            contracts[fact.Contract] = contracts.GetValueOrDefault(fact.Contract) + 1;
        return new TriedRow(rows, record.Kind, record.Properties.GetValueOrDefault("file"), record.Line, CellsOf(record), facts, normalised.Rejections);
    }

    private IReadOnlyList<TriedCell> CellsOf(SourceRecord record) =>
        instance.View?.Cells(record) is { Count: > 0 } cells ? [.. cells.Select(cell => new TriedCell(cell.Key, cell.Value))] : [new TriedCell("", Text(record.Raw.Span))];

    // What is not UTF-8 is most often of a Western European Windows; on a screen that is near enough.
    private static string Text(ReadOnlySpan<byte> bytes) => bytes.Contains((byte)0)
        ? $"(no text, {bytes.Length} bytes)"
        : bytes.Length > LongestText ? $"{Decoded(bytes[..LongestText])} ... ({bytes.Length} bytes)" : Decoded(bytes);

    private static string Decoded(ReadOnlySpan<byte> bytes) => (Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);

    private TrialSummary Summary(bool isAll) => new(rows, rows - rejected - leftOut, leftOut, rejected, isAll, contracts, TrialReason.Of(rejections));
}
