using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Ocmw.Csv;
using IntegrationHub.Adapters.Ocmw.Exports;
using IntegrationHub.Adapters.Ocmw.Rows;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Ocmw;

/// <summary>Reads the exports of one OCMW page by page.</summary>
internal sealed class OcmwSource(ExportFolder folder, IOptions<OcmwOptions> options, InstanceContext context, ILogger<OcmwSource> log) : IPullSource
{
    private const int KeptOfRefusedFile = 16 * 1024;

    private readonly OcmwOptions options = options.Value;
    private readonly Headers headers = new(options.Value.Columns);
    private readonly int maxRowBytes = (int)Math.Clamp(context.MaxRecordBytes, 1, 512 * 1024 * 1024);

    public async IAsyncEnumerable<SourceBatch> PullAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken token)
    {
        var progress = Progress.Of(after);
        foreach (var file in await folder.DueAsync(progress, token))
        {
            await foreach (var (page, reached) in ReadAsync(file, progress.Of(file.Kind), token))
            {
                progress = progress.With(file.Kind, reached);
                yield return page with { Checkpoint = progress.ToCheckpoint() };
            }
        }
    }

    private async IAsyncEnumerable<(SourceBatch Page, KindProgress Reached)> ReadAsync(ExportFile file, KindProgress? before, [EnumeratorCancellation] CancellationToken token)
    {
        await using var stream = file.Open();
        var export = await OpenedExport.OfAsync(file, stream, options, headers, token);
        var done = new KindProgress { File = file.Name, Id = file.IdUnder(folder.ReadingOptions), Modified = file.Modified };
        if (export.Refusal is { } refusal)
        {
            yield return (Refused(file, export, refusal), done);
            yield break;
        }

        // The place in the file counts only while it is the same file, unchanged.
        var from = before is { Offset: { } offset } && before.Id == done.Id && offset >= export.FirstRowOffset && offset <= file.Size
            ? before
            : done with { Offset = export.FirstRowOffset, Line = export.FirstRowLine };
        stream.Position = from.Offset!.Value;
        var scanner = new RowScanner(stream, export.Layout!.Separator, maxRowBytes, stream.Position, from.Line);
        var page = new PageBuilder(export.Layout, export.Properties, options.PageSize) { Rows = from.Rows, Unreadable = from.Unreadable };
        var (nextOffset, nextLine) = (from.Offset.Value, from.Line);
        do
        {
            while (scanner.TryRead(out var row))
            {
                if (page.IsBlank(row))
                    continue;
                if (page.IsFull)
                {
                    StopIfChanged(file);
                    var reached = done with { Offset = nextOffset, Line = nextLine, Rows = page.Rows, Unreadable = page.Unreadable };
                    yield return (PageOf(page, done, file.Kind, isLast: false), reached);
                }

                page.Add(row);
                (nextOffset, nextLine) = (scanner.NextOffset, scanner.NextLine);
            }
        }
        while (await scanner.FillAsync(token));

        StopIfChanged(file);
        if (page.Rows == 0 && options.Exports == OcmwOptions.Complete)
            yield return (Refused(file, export, FileRefusal.NoRows), done);
        else
            yield return (PageOf(page, done, file.Kind, isLast: true), done);
        log.LogInformation("Read {File} to its end: {Rows} rows, of which {Unreadable} without a readable number.", file.Name, page.Rows, page.Unreadable);
    }

    // A row that may be any record may be one that seems gone: such an export withdraws nothing.
    private SourceBatch PageOf(PageBuilder page, KindProgress export, ExportKind kind, bool isLast) => new()
    {
        Records = page.Take(),
        Snapshot = options.Exports == OcmwOptions.Complete ? new Snapshot(kind.Name, export.Id, isLast && page.Unreadable == 0) : null,
    };

    private SourceBatch Refused(ExportFile file, OpenedExport export, FileRefusal refusal)
    {
        log.LogWarning("{File} is refused whole: expected {Expected}.", file.Name, refusal.Expected);
        var kept = (int)Math.Min(Math.Min(export.Head.Length, KeptOfRefusedFile), context.MaxRecordBytes);
        return new SourceBatch
        {
            Records = [new SourceRecord { Id = $"file:{file.Name}", Kind = FileRefusal.Kind, Raw = export.Head[..kept], Properties = refusal.ToProperties(file.Name) }],
        };
    }

    private void StopIfChanged(ExportFile file)
    {
        if (!file.IsUnchanged())
            throw new RetryLaterException(TimeSpan.FromSeconds(Math.Max(5, options.SettleSeconds)), $"{file.Name} changed while it was read: it is read anew.");
    }
}
