using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Adapters.Ziekenfonds.Files;
using IntegrationHub.Adapters.Ziekenfonds.Notifications;
using IntegrationHub.Adapters.Ziekenfonds.Xml;
using IntegrationHub.Files;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Ziekenfonds;

/// <summary>Reads the files of one ziekenfonds page by page.</summary>
internal sealed class ZiekenfondsSource(NotificationFolder folder, IOptions<ZiekenfondsOptions> options, InstanceContext context, ILogger<ZiekenfondsSource> log) : IPullSource
{
    private const int HeadBytes = 16 * 1024;

    // Notifications may be large: a page is also full when it holds this much.
    private const int PageBytes = 4 * 1024 * 1024;

    private readonly ZiekenfondsOptions options = options.Value;
    private readonly NotificationKinds kinds = new(options.Value.IncapacityElement);
    private readonly long maxBytes = Math.Clamp(context.MaxRecordBytes, 1, 512 * 1024 * 1024);

    public async IAsyncEnumerable<SourceBatch> PullAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken token)
    {
        var files = folder.List();
        var before = ReadFilesJson.Read(after);
        var read = before.For(files);
        if (read.Floor < before.Floor)
            log.LogWarning("A file with a date before {Floor:u} was put in the folder late, or other options say what is read: all files from before then are read anew, and what was known is not stored twice.", new DateTime(before.Floor, DateTimeKind.Utc));
        else if (read != before)
            yield return new SourceBatch { Records = [], Checkpoint = ReadFilesJson.Write(read) };
        foreach (var file in await folder.DueAsync(files, read, token))
        {
            await foreach (var (records, notifications, isLast) in ReadAsync(file, read.ReadOf(file), token))
            {
                read = isLast ? read.WithDone(file, files) : read.With(file, notifications);
                yield return new SourceBatch { Records = records, Checkpoint = ReadFilesJson.Write(read) };
            }
        }
    }

    private async IAsyncEnumerable<(List<SourceRecord> Records, long Notifications, bool IsLast)> ReadAsync(
        FolderFile file, long skip, [EnumeratorCancellation] CancellationToken token)
    {
        await using var stream = file.Open();
        var head = new byte[HeadBytes];
        head = head[..await stream.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, token)];
        stream.Position = 0;
        var properties = new Dictionary<string, string> { ["file"] = file.Name };
        using var cutter = new NotificationCutter(stream, head, kinds, maxBytes);
        var problem = FileStart.Find(head) is { } kind ? new FileProblem(kind) : null;
        var (page, bytes) = (new List<SourceRecord>(), 0L);
        while (problem is null && await cutter.NextAsync(skip, token) is { } cut)
        {
            if (page.Count >= options.PageSize || bytes >= PageBytes)
            {
                StopIfChanged(file);
                yield return (page, cutter.Met - 1, IsLast: false);
                (page, bytes) = ([], 0);
            }

            page.Add(RecordOf(cut, file, cutter.Met, properties));
            bytes += cut.Element.Xml.Length;
        }

        StopIfChanged(file);
        if ((problem ?? cutter.Problem) is { } refusal)
        {
            log.LogWarning("{File} cannot be read to its end: {Problem}.", file.Shown, refusal.Kind);
            page.Add(refusal.ToRecord(file.Name, head.AsMemory(0, (int)Math.Min(head.Length, maxBytes))));
        }

        yield return (page, cutter.Met, IsLast: true);
        log.LogInformation("Read {File} to its end: {Notifications} notifications.", file.Shown, cutter.Met);
    }

    private static SourceRecord RecordOf(CutNotification cut, FolderFile file, long nth, Dictionary<string, string> properties)
    {
        var kind = NotificationKinds.NameOf(cut.Kind);
        var identification = cut.Element.RefusedSize is null && Fields.Read(cut.Element.Xml) is { } fields ? Identification.Of(fields) : null;
        return new SourceRecord
        {
            Id = identification is null ? string.Create(CultureInfo.InvariantCulture, $"{kind}:{file.Name}#{nth}") : $"{kind}:{identification.Number}",
            IdIsPersonal = identification is null ? file.IsPersonal : RecordNumber.MayHoldInsz(identification.Number),
            Version = identification?.Order,
            Kind = kind,
            Raw = cut.Element.Xml,
            Line = cut.Element.Line,
            Properties = cut.Element.RefusedSize is { } size
                ? new Dictionary<string, string>(properties) { [ZiekenfondsNormaliser.RefusedSize] = size.ToString(CultureInfo.InvariantCulture) }
                : properties,
        };
    }

    private void StopIfChanged(FolderFile file)
    {
        if (!file.IsUnchanged())
            throw new RetryLaterException(TimeSpan.FromSeconds(Math.Max(5, options.SettleSeconds)), $"{file.Shown} changed while it was read: it is read anew.");
    }
}
