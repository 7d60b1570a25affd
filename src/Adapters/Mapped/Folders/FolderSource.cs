using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>Reads the exports in a folder page by page.</summary>
internal sealed class FolderSource(MappingPlan plan, FolderSection section, ExportFolder folder, InstanceContext context, ILogger<FolderSource> log) : IPullSource
{
    private const int KeptOfRefusedFile = 16 * 1024;

    private readonly HashSet<string> told = [];
    private readonly int maxRecordBytes = (int)Math.Clamp(context.MaxRecordBytes, 1, 512 * 1024 * 1024);

    public async IAsyncEnumerable<SourceBatch> PullAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken token)
    {
        var files = folder.List();
        if (folder.TooMany(files) is { } refusal)
            throw new PermanentFailureException(refusal);
        foreach (var doubt in folder.Doubts(files).Where(told.Add))
            log.LogWarning("{Doubt}.", doubt);
        var progress = Progress.Of(after);
        var present = files.Select(file => file.KeyUnder(plan.Fingerprint)).ToHashSet();
        foreach (var file in await folder.DueAsync(files, progress, token))
        {
            await foreach (var (page, reached) in ReadAsync(file, progress.Of(file.Kind.Kind), token))
            {
                if (reached is not null)
                    progress = progress.With(file.Kind.Kind, section.IsComplete ? reached : reached with { Done = DoneBy(file, progress.Of(file.Kind.Kind), reached.Offset is null, present) });
                yield return page with { Checkpoint = progress.ToCheckpoint() };
            }
        }
    }

    // What no longer lies in the folder is forgotten.
    private ImmutableHashSet<string> DoneBy(ExportFile file, KindProgress? before, bool isAtEnd, HashSet<string> present)
    {
        var done = before?.Done ?? [];
        return isAtEnd ? [.. done.Where(present.Contains), file.KeyUnder(plan.Fingerprint)] : done;
    }

    private async IAsyncEnumerable<(SourceBatch Page, KindProgress? Reached)> ReadAsync(ExportFile file, KindProgress? before, [EnumeratorCancellation] CancellationToken token)
    {
        await using var stream = file.Open(bufferSize: 0);
        var record = plan.Of(file.Kind.Kind)!;
        var cut = await RecordCutters.Create(file.Kind, record.References, maxRecordBytes).OpenAsync(file.Name, stream, token);
        var done = new KindProgress { File = file.Shown, Id = file.IdUnder(plan.Fingerprint), Modified = file.Modified, Refused = before?.File == file.Shown ? before.Refused : null };
        if (cut.Refusal is { } refusal)
        {
            yield return (Refused(file, cut, refusal), done with { Refused = true });
            yield break;
        }

        // The place in the file counts only while it is the same file, unchanged.
        var isSame = before is { Offset: { } offset } && before.Id == done.Id && offset >= cut.First.Offset;
        var next = isSame ? new CutPosition(before!.Offset!.Value, before.Line) : cut.First;
        var page = new PageBuilder(record, file.Name, cut.Properties, section.PageSize) { Rows = isSame ? before!.Rows : 0, Unreadable = isSame ? before!.Unreadable : 0 };
        await foreach (var rows in cut.ReadBatchesAsync(next, token))
        {
            for (var i = 0; i < rows.Count; i++)
            {
                if (page.IsFull)
                {
                    StopIfChanged(file);
                    yield return (PageOf(page, done, isLast: false), done with { Offset = next.Offset, Line = next.Line, Rows = page.Rows, Unreadable = page.Unreadable });
                }

                page.Add(rows[i]);
                next = rows[i].Next;
            }
        }

        StopIfChanged(file);
        var isRefused = page.IsBroken || (page.Rows == 0 && section.IsComplete);

        // Before the last page: a run that stops between the two says it again, and nothing is lost.
        if (done.Refused == true && !isRefused)
            yield return (new SourceBatch { Records = [FileRefusal.Mended(file.Name)] }, null);
        done = done with { Refused = isRefused ? true : null };
        if (page.Rows == 0 && section.IsComplete)
            yield return (Refused(file, cut, FileRefusal.NoRows), done);
        else
            yield return (PageOf(page, done, isLast: true), done);
        log.LogInformation("Read {File} to its end: {Rows} rows.", file.Shown, page.Rows);
        if (page.NotForUs > 0)
            log.LogInformation("{File}: {Count} rows were left out, as 'where' of the mapping asks.", file.Shown, page.NotForUs);
        if (page.Unreadable > 0)
            log.LogWarning("{File}: of {Count} rows it cannot be told which record they are, so nothing is withdrawn on the ground of this file.", file.Shown, page.Unreadable);
    }

    // A row that may be any record may be one that seems gone: such an export withdraws nothing.
    private SourceBatch PageOf(PageBuilder page, KindProgress export, bool isLast) => new()
    {
        Records = page.Take(),
        Snapshot = section.IsComplete ? new Snapshot(page.Kind, export.Id, isLast && page.Unreadable == 0) : null,
    };

    private SourceBatch Refused(ExportFile file, CutFile cut, FileRefusal refusal)
    {
        log.LogWarning("{File} is refused whole: expected {Expected}.", file.Shown, refusal.Expected);
        var kept = (int)Math.Min(Math.Min(cut.Head.Length, KeptOfRefusedFile), context.MaxRecordBytes);
        return new SourceBatch { Records = [refusal.ToRecord(file.Name, cut.Head[..kept])] };
    }

    private void StopIfChanged(ExportFile file)
    {
        if (!file.IsUnchanged())
            throw new RetryLaterException(TimeSpan.FromSeconds(Math.Max(5, section.SettleSeconds)), $"{file.Shown} changed while it was read: it is read anew.");
    }
}
