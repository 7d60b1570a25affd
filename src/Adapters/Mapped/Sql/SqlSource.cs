using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Adapters.Mapped.Sql;

/// <summary>Reads the rows of a query page by page: what changed since the highest watermark, or without one everything, as a complete export.</summary>
internal sealed class SqlSource(MappingPlan plan, SqlSection section, SqlQuery query, InstanceContext context, TimeProvider clock, ILogger<SqlSource> log) : IPullSource
{
    // Rows may be large: a page is also full when it holds this much.
    private const int PageBytes = 4 * 1024 * 1024;

    private static readonly Dictionary<string, string> Shared = [];

    private readonly RowCells cells = new();
    private readonly RecordPlan record = plan.Records.First();

    public async IAsyncEnumerable<SourceBatch> PullAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken token)
    {
        var position = SqlPosition.Of(after, plan.Fingerprint);
        var statements = new SqlStatements(query, section, record.Section, record.References, await query.ColumnsAsync(token));
        var withoutKey = await query.ReadAsync(statements.WithoutKey(), [], CountAsync, token);
        if (withoutKey > 0)
            yield return new SourceBatch { Records = [WithoutKey(withoutKey)] };
        if (section.Watermark is null && position.Snapshot is null)
            position = new SqlPosition { Meaning = plan.Fingerprint, Snapshot = clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture) };
        bool isLast;
        do
        {
            var (statement, keys) = statements.Page(position);
            var page = await query.ReadAsync(statement, keys, (reader, inner) => ReadAsync(reader, statements, inner), token);
            isLast = !page.IsCutShort && page.Count < section.PageSize;
            var snapshot = position.Snapshot;
            position = position with { Keys = page.LastKeys ?? position.Keys, IsAtEnd = isLast, Rows = position.Rows + page.Count, Unreadable = position.Unreadable + page.Unreadable };
            var total = position;
            if (section.Watermark is null && isLast)
                position = new SqlPosition { Meaning = plan.Fingerprint };
            if (section.Watermark is null && total.Rows == 0)
            {
                yield return new SourceBatch { Records = [NoRows().ToRecord(record.Kind, default)], Checkpoint = position.ToCheckpoint() };
                yield break;
            }

            // A row that may be any record may be one that seems gone: such an export withdraws nothing.
            yield return new SourceBatch
            {
                Records = page.Records,
                Checkpoint = position.ToStore(page.EndsPersonal, section.Watermark is not null).ToCheckpoint(),
                Snapshot = snapshot is null ? null : new Snapshot(record.Kind, snapshot, isLast && total.Unreadable == 0 && withoutKey == 0),
            };
            if (isLast)
                log.LogInformation("Read the query to its end: {Count} rows on its last page, {WithoutKey} rows without a key.", page.Count, withoutKey);
        }
        while (!isLast);
    }

    private async Task<SqlPage> ReadAsync(DbDataReader reader, SqlStatements statements, CancellationToken token)
    {
        using var writer = new SqlRowWriter(context.MaxRecordBytes);
        var records = new List<SourceRecord>();
        string[]? keys = null;
        var (count, unreadable, size, endsPersonal) = (0, 0, 0L, false);
        while (size < PageBytes && await reader.ReadAsync(token))
        {
            var (bytes, refusedSize) = writer.Write(reader, statements.Columns);
            keys = [.. Enumerable.Range(reader.FieldCount - statements.KeyCount, statements.KeyCount).Select(i => query.Dialect.KeyOf(reader.GetValue(i)))];
            (count, size) = (count + 1, size + bytes.Length);
            var properties = refusedSize is { } large ? new Dictionary<string, string> { [RowProperties.RefusedSize] = large.ToString(CultureInfo.InvariantCulture) } : Shared;
            var row = new RawRow(bytes, properties, null);
            var identity = record.Identify(row, cells);
            endsPersonal = record.Section.IdIsPersonal || identity.IsPersonal || identity.Id is null;
            if (identity.IsNotForUs)
                continue;
            unreadable += identity.Id is null ? 1 : 0;

            // What cannot be its id still tells it apart, and may be anything.
            records.Add(record.ToRecord(row, identity.Id is null ? identity with { Id = $"{record.Kind}:{string.Join('|', keys)}", IsPersonal = true } : identity));
        }

        return new SqlPage(records, count, keys, unreadable, size >= PageBytes, endsPersonal);
    }

    private static async Task<long> CountAsync(DbDataReader reader, CancellationToken token)
    {
        await reader.ReadAsync(token);
        return reader.GetInt64(0);
    }

    private SourceRecord WithoutKey(long count) => new FileRefusal(
        string.Create(CultureInfo.InvariantCulture, $"a value in {string.Join(", ", record.Section.Id.Concat(section.Watermark is { } watermark ? [watermark] : []))} on every row of the query, found {count}{(count == 1000 ? " or more" : "")} rows without one, which are not read"),
        "fill them in, or leave such rows out of the query with WHERE ... IS NOT NULL").ToRecord($"{record.Kind} without a key", default);

    private static FileRefusal NoRows() => new(
        "at least one row of a query without a watermark, which gives everything there is, found none",
        "look whether the query is right: read as it is, everything it ever brought would be withdrawn");
}
