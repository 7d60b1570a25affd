using System.Text.Json;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Mapped.Streams;

namespace IntegrationHub.Adapters.Mapped.Json;

/// <summary>One pass over one JSON document: first down to the rows, then the rows, then to the end, so that a document that was cut off is told from a whole one.</summary>
internal sealed class JsonRun(Stream stream, string[] path, long maxRecordBytes)
{
    private readonly JsonScanner scanner = new(stream, maxRecordBytes);
    private Stage stage = Stage.Beginning;
    private long position;

    private enum Stage
    {
        Beginning,
        Rows,
        Tail,
        Done,
    }

    /// <summary>The next record, or the reason why there are no more; null when all were given.</summary>
    public async ValueTask<CutRecord?> NextAsync(CancellationToken token)
    {
        try
        {
            return await StepAsync(token);
        }
        catch (JsonException problem)
        {
            return Refuse(new FileRefusal(
                $"JSON to its end, found text that breaks the rules of JSON, or the end of the text, at line {(problem.LineNumber is { } line ? line + 1 : scanner.Line)}",
                "export or send it again, whole"));
        }
        catch (ValueTooLargeException)
        {
            return Refuse(new FileRefusal($"texts of at most {maxRecordBytes} bytes, found a larger one at line {scanner.Line}", "raise limits.maxRecordBytes in hub.json, or leave that text out"));
        }
    }

    private async ValueTask<CutRecord?> StepAsync(CancellationToken token)
    {
        if (stage == Stage.Beginning && await BeginAsync(token) is { } first)
            return first;
        if (stage == Stage.Rows)
        {
            if (await scanner.NextValueAsync(token) is { } value)
                return RecordOf(value);
            stage = Stage.Tail;
        }

        if (stage == Stage.Tail)
        {
            while (await scanner.NextAsync(token) is not null)
            {
                // Only its being JSON matters.
            }

            stage = Stage.Done;
        }

        return null;
    }

    // Stands before the first element of the rows afterwards; gives a record only where an object stands in the array's place.
    private async ValueTask<CutRecord?> BeginAsync(CancellationToken token)
    {
        await scanner.PassMarkAsync(token);
        var depth = 0;
        while (depth < path.Length)
        {
            if (!await DescendAsync(depth, token))
                return Refuse(Missing());
            depth++;
        }

        var first = await scanner.PeekAsync(token);
        if (first == '[')
        {
            await scanner.NextAsync(token);
            stage = Stage.Rows;
            return null;
        }

        var value = await scanner.NextValueAsync(token);
        stage = Stage.Tail;
        if (first == '{')
            return RecordOf(value!.Value);
        return first == 'n' && path.Length > 0 ? null : Refuse(Missing());
    }

    private async ValueTask<bool> DescendAsync(int depth, CancellationToken token)
    {
        if (await scanner.NextAsync(token) is not { Type: JsonTokenType.StartObject })
            return false;
        while (await scanner.NextAsync(token) is { Type: JsonTokenType.PropertyName } name)
        {
            if (name.Text == path[depth])
                return true;
            await scanner.NextValueAsync(token);
        }

        return false;
    }

    private CutRecord RecordOf(JsonValue value) => new(value.Bytes, value.Line, new CutPosition(++position, value.Line)) { RefusedSize = value.RefusedSize };

    private CutRecord Refuse(FileRefusal refusal)
    {
        stage = Stage.Done;
        return new CutRecord(default, null, new CutPosition(position, scanner.Line)) { Refusal = refusal };
    }

    private FileRefusal Missing() => path.Length == 0
        ? new FileRefusal("a JSON array or object, found a single value", "send a list of objects")
        : new FileRefusal(
            $"an array at {string.Join('.', path)}, found none there",
            "correct rows in the source.yaml (names with a dot between them), or look whether the system answered with a message of error instead");
}
