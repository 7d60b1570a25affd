using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Files;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>Reads the publications in the folder page by page, each file once.</summary>
internal sealed class PublicationReader(
    PublicationFolder folder, EnterpriseList enterprises, PublishedCitizens published, MagdaOptions options, InstanceContext context, ILogger<PublicationReader> log)
{
    private const int HeadBytes = 4 * 1024;

    private readonly long maxBytes = Math.Clamp(context.MaxRecordBytes, 1, 512 * 1024 * 1024);

    /// <summary>The pages of what is new, each with what was read after it.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<SourceRecord> Records, ReadFiles Read)> ReadAsync(ReadFiles read, [EnumeratorCancellation] CancellationToken token)
    {
        var files = folder.List();
        read = read.For(files);
        var due = await folder.DueAsync(files, read, token);
        if (due.Count == 0)
            yield break;
        var list = await enterprises.ReadAsync(token);
        if (list is { Refused.Count: > 0 })
            yield return (list.Value.Refused, read);
        foreach (var file in due)
        {
            await foreach (var (subjects, met, isLast) in ReadAsync(file, read.ReadOf(file), list?.Owners, token))
            {
                var records = await published.AskAgainAsync(subjects, token);
                read = isLast ? read.WithDone(file, files) : read.With(file, met);
                yield return (records, read);
            }
        }
    }

    private async IAsyncEnumerable<(List<PublishedRecord> Subjects, long Met, bool IsLast)> ReadAsync(
        FolderFile file, long skip, IReadOnlyDictionary<string, string>? owners, [EnumeratorCancellation] CancellationToken token)
    {
        await using var stream = file.Open();
        using var cutter = new SubjectCutter(stream, maxBytes);
        var page = new List<PublishedRecord>();
        while (await cutter.NextAsync(skip, token) is { } cut)
        {
            if (page.Count >= options.PageSize)
            {
                StopIfChanged(file);
                yield return (page, cutter.Met - 1, IsLast: false);
                page = [];
            }

            page.AddRange(RecordsOf(cut, file, cutter, owners));
        }

        StopIfChanged(file);
        if (cutter.Problem is { } problem)
        {
            log.LogWarning("{File} cannot be read to its end: {Problem}.", file.Shown, problem.Kind);
            page.Add(new(problem.ToRecord(file.Name, await HeadAsync(file, token)), null));
        }

        yield return (page, cutter.Met, IsLast: true);
        log.LogInformation("Read {File} to its end: {Subjects} subjects.", file.Shown, cutter.Met);
    }

    private IEnumerable<PublishedRecord> RecordsOf(CutElement cut, FolderFile file, SubjectCutter cutter, IReadOnlyDictionary<string, string>? owners)
    {
        var fallback = string.Create(CultureInfo.InvariantCulture, $"{cutter.Service}/{file.Name}#{cutter.Met}");
        var subject = cut.RefusedSize is null ? PublishedSubject.Read(cut.Xml, maxBytes) : null;
        IReadOnlyList<SubjectPart> parts = subject is null ? [new(fallback, file.IsPersonal, SubjectPart.Unidentified)] : SubjectParts.Of(cutter.Service!, subject.Inhoud, fallback);
        foreach (var part in parts)
        {
            var properties = new Dictionary<string, string>
            {
                [RecordProperties.File] = file.Name, [RecordProperties.Part] = part.Kind, [RecordProperties.Number] = part.Number.ToString(CultureInfo.InvariantCulture),
            };
            if (cut.RefusedSize is { } size)
                properties[RecordProperties.RefusedSize] = size.ToString(CultureInfo.InvariantCulture);
            if (part.Kind == SubjectPart.Bankruptcy && owners is not null)
                properties[RecordProperties.Citizens] = owners.GetValueOrDefault(part.Id.Split('/')[1], "");
            var record = new SourceRecord
            {
                Id = part.Id, IdIsPersonal = part.IsPersonal, Version = subject?.Version, Kind = cutter.Service!, Raw = cut.Xml, Line = cut.Line, Properties = properties,
            };
            yield return new(record, part.Citizen);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> HeadAsync(FolderFile file, CancellationToken token)
    {
        await using var stream = file.Open();
        var head = new byte[HeadBytes];
        return head.AsMemory(0, await stream.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, token));
    }

    private void StopIfChanged(FolderFile file)
    {
        if (!file.IsUnchanged())
            throw new RetryLaterException(TimeSpan.FromSeconds(Math.Max(5, options.SettleSeconds)), $"{file.Shown} changed while it was read: it is read anew.");
    }
}
