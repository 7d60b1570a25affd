using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Json;
using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Adapters.Mapped.Xml;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Adapters.Mapped.Http;

/// <summary>Reads an endpoint in rounds: from its cursor (or the beginning) to the last page. A round that was stopped goes on at its next page.</summary>
internal sealed class HttpSource(MappingPlan plan, HttpSection section, HttpEndpoint endpoint, InstanceContext context, TimeProvider clock, ILogger<HttpSource> log) : IPullSource
{
    private const int BatchSize = 2000;

    private readonly PageAddress addresses = new(section);
    private readonly PageReader reader = new(plan, section, (int)Math.Clamp(context.MaxRecordBytes, 1, 512 * 1024 * 1024));
    private readonly RecordFormat format = plan.Records.First().Section.Format;
    private readonly string formatName = RecordSectionReader.NameOf(plan.Records.First().Section.Format);

    public async IAsyncEnumerable<SourceBatch> PullAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken token)
    {
        var position = HttpPosition.Of(after, section.Since?.Start, plan.Fingerprint);
        byte[]? before = null;
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var (pages, rows) = (0, 0L);
        do
        {
            var address = addresses.Of(position);
            if (!asked.Add(address.AbsoluteUri))
                throw new PermanentFailureException($"{addresses.Shown} gives a page as the next one that was read before in the same round: its pages go round in a circle. Verify paging in the mapping, or ask its owner.");
            var isFirst = position.Place is null;
            var (body, link) = await endpoint.GetAsync(address, TimeSpan.FromSeconds(section.TimeoutSeconds), (response, stop) => ReadAsync(response, isFirst, stop), token);
            if (body is null)
            {
                position = position.EndOfRound();
                yield return new SourceBatch { Records = [], Checkpoint = position.ToCheckpoint() };
                break;
            }

            var page = await reader.ReadAsync(body, address, token);
            var batches = page.Records.Chunk(BatchSize).ToList();
            foreach (var some in batches.SkipLast(1))
                yield return new SourceBatch { Records = some };
            var last = batches.LastOrDefault() ?? [];
            if (page.Refusal is { } refusal)
            {
                // What came before the break stays; the page is asked for again.
                yield return new SourceBatch { Records = last };
                throw new PermanentFailureException($"{addresses.Shown} answered a page that cannot be read: expected {refusal.Expected}. {refusal.ToDo}");
            }

            if (addresses.IsNumbered && page.Rows > 0)
                before = RefuseSame(before, body);
            var place = addresses.IsNumbered ? addresses.After(position, page.Rows) : addresses.Follow(address, link ?? await NextInAsync(body, isFirst && page.Rows > 0, token));
            position = position.Seen(page.High);
            position = place is null ? position.EndOfRound() : position with { Place = place };
            (pages, rows) = (pages + 1, rows + page.Rows);
            yield return new SourceBatch { Records = last, Checkpoint = position.ToCheckpoint() };
        }
        while (position.Place is not null);
        log.LogInformation("Read {Endpoint} to its last page: {Pages} pages, {Rows} rows.", addresses.Shown, pages, rows);
    }

    private async Task<(byte[]? Body, string? Link)> ReadAsync(HttpResponseMessage response, bool isFirst, CancellationToken token)
    {
        // Some give no empty page past the last one, but none at all.
        if (response.StatusCode == HttpStatusCode.NotFound && addresses.IsNumbered && !isFirst)
            return (null, null);
        HttpAnswer.RefuseStatus(response, addresses.Shown, clock);
        var type = response.Content.Headers.ContentType?.MediaType;
        if (type is "text/html" or "application/xhtml+xml")
            throw new PermanentFailureException($"{addresses.Shown} answered an HTML page where {formatName} was expected: often a page to log in on, or the address of a site instead of its interface. Verify url and auth.");
        if (format == RecordFormat.Xml ? type?.EndsWith("json", StringComparison.Ordinal) == true : format is RecordFormat.Json or RecordFormat.JsonLines && type?.EndsWith("xml", StringComparison.Ordinal) == true)
            throw new PermanentFailureException($"{addresses.Shown} answered {type} where {formatName} was expected: write format in the mapping as what it is.");
        var link = section.Paging?.Link is not null && response.Headers.TryGetValues("Link", out var links) ? LinkHeader.Next(links) : null;
        return await HttpAnswer.ReadAsync(response, context.MaxRecordBytes, token) is { } body
            ? (body, link)
            : throw new PermanentFailureException(
                $"{addresses.Shown} answered a page of more than {context.MaxRecordBytes} bytes: ask for smaller pages (paging: size), or raise limits.maxRecordBytes in hub.json.");
    }

    private async Task<string?> NextInAsync(byte[] body, bool tellAbsent, CancellationToken token)
    {
        if (section.Paging?.Next is not { } path)
            return null;
        using var stream = new MemoryStream(body, writable: false);
        var wanted = new Dictionary<string, string> { ["next"] = path };
        if (format == RecordFormat.Xml)
            return (await XmlOutside.FindAsync(stream, wanted, context.MaxRecordBytes, token)).GetValueOrDefault("next");
        var found = await JsonOutside.ReadAsync(stream, wanted, context.MaxRecordBytes, token, withNulls: true);

        // Right when there is one page and the endpoint then leaves it out, as some do.
        if (tellAbsent && found.Count == 0)
            log.LogWarning("{Endpoint}: nothing stands at {Path} (paging: next) of the first page, so it is taken for the only one. When there are more, correct the path.", addresses.Shown, path);
        return found.GetValueOrDefault("next") is { Length: > 0 } next ? next : null;
    }

    // An endpoint that does not know the parameter gives its first page for ever.
    private byte[] RefuseSame(byte[]? before, byte[] body)
    {
        var hash = SHA256.HashData(body);
        return before is null || !before.AsSpan().SequenceEqual(hash)
            ? hash
            : throw new PermanentFailureException($"{addresses.Shown} answered the same page twice in a row: it does not know the parameter of paging in the mapping. Correct its name.");
    }
}
