using System.Text;
using System.Text.Unicode;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Mapped.Streams;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped;

/// <summary>Shows the columns or paths of a row that its mapping refers to, and of a refused file how it begins.</summary>
internal sealed class MappedView(MappingPlan plan) : IRecordView
{
    private const int LongestLine = 1000;

    public IReadOnlyList<KeyValuePair<string, string>> Cells(SourceRecord record) => record.Kind == FileRefusal.Kind ? Beginning(record.Raw.Span) : plan.Of(record.Kind)?.Show(new RawRow(record.Raw, record.Properties, record.Line)) ?? [];

    // A header is what one looks for there; the rest of the file tells no more than the reason does.
    private static KeyValuePair<string, string>[] Beginning(ReadOnlySpan<byte> head)
    {
        if (head.Contains((byte)0) || StreamHead.IsBinary(head))
            return [new("the file", "is no text")];
        var text = StreamHead.Text(head);
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        var line = end < 0 ? text : text[..end];
        var shown = (Utf8.IsValid(line) ? Encoding.UTF8 : Encoding.Latin1).GetString(line[..Math.Min(line.Length, LongestLine)]);
        return [new("first line", shown.Length == 0 ? "(nothing)" : shown)];
    }
}
