using System.Buffers;
using System.Buffers.Text;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Events;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Host.Bus;

/// <summary>
/// Writes and reads <c>application/cloudevents-batch+json</c> (CloudEvents 1.0). Of each event: <c>id</c> is batch/ordinal, <c>source</c> is <c>/sources/&lt;id&gt;</c> of a fact
/// and <c>/hub</c> of what the hub tells of its own work, <c>subject</c> is the <see cref="CitizenRef"/> (never an INSZ), <c>data</c> is as the contract says.
/// </summary>
internal static class CloudEventsBatch
{
    public const string ContentType = "application/cloudevents-batch+json";
    private const int SubjectLength = 36;
    private const string SourcePrefix = "/sources/";
    private const string HubSource = "/hub";

    private static ReadOnlySpan<byte> BeforeSubject => "\",\"subject\":\""u8;

    private static ReadOnlySpan<byte> BeforeData => "\",\"data\":"u8;

    public static ReadOnlyMemory<byte> Write(JournalBatch batch) => Write(batch.Id, batch.Contract, SourcePrefix + batch.Source, batch.Facts);

    public static ReadOnlyMemory<byte> Write(EventBatch batch) => Write(batch.Id, batch.Contract, HubSource, batch.Events);

    private static ReadOnlyMemory<byte> Write(long id, string contract, string source, IReadOnlyList<ReadOnlyMemory<byte>> contents)
    {
        var opening = Encoding.UTF8.GetBytes(
            $"{{\"specversion\":\"1.0\",\"type\":\"{FactContract.EventTypeOf(contract)}\",\"source\":\"{source}\",\"datacontenttype\":\"application/json\",\"id\":\"{id}/");

        // A hundred kilobytes or more: of the right size from the start, so that nothing is copied on its way to the broker.
        var output = new ArrayBufferWriter<byte>(SizeOf(contents, opening.Length));
        Span<byte> text = stackalloc byte[SubjectLength];
        output.Write("["u8);
        for (var i = 0; i < contents.Count; i++)
        {
            if (i > 0)
                output.Write(","u8);
            output.Write(opening);
            Utf8Formatter.TryFormat(i, text, out var length);
            output.Write(text[..length]);
            output.Write(BeforeSubject);
            Utf8Formatter.TryFormat(CitizenOf(contents[i].Span), text, out length);
            output.Write(text[..length]);
            output.Write(BeforeData);
            output.Write(contents[i].Span);
            output.Write("}"u8);
        }

        output.Write("]"u8);
        return output.WrittenMemory;
    }

    private static int SizeOf(IReadOnlyList<ReadOnlyMemory<byte>> contents, int opening)
    {
        var size = 1;
        for (var i = 0; i < contents.Count; i++)
            size += opening + (i < 10 ? 1 : i < 100 ? 2 : 3) + BeforeSubject.Length + SubjectLength + BeforeData.Length + contents[i].Length + 2;
        return Math.Max(size, 2);
    }

    /// <summary>The batch, as far as the hub itself needs it.</summary>
    /// <exception cref="SerializationException">It is not a batch that the hub wrote.</exception>
    public static FactBatch Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartArray || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw new SerializationException("Expected a CloudEvents batch with at least one event.");
            string id = "", type = "", source = "";
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                switch (name)
                {
                    case "id": id = reader.GetString()!; break;
                    case "type": type = reader.GetString()!; break;
                    case "source": source = reader.GetString()!; break;
                    default: reader.Skip(); break;
                }
            }

            if (!source.StartsWith(SourcePrefix, StringComparison.Ordinal) || !FactContract.Names.Any(name => FactContract.EventTypeOf(name) == type))
                throw new SerializationException("Expected a CloudEvents batch of facts that a source of the hub supplied.");
            return new FactBatch(
                long.Parse(id.AsSpan(0, id.IndexOf('/')), System.Globalization.CultureInfo.InvariantCulture),
                source[SourcePrefix.Length..],
                type["be.integrationhub.".Length..^".v1".Length],
                body);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw NotOurs(exception);
        }
    }

    /// <summary>Whom the events are about, each once.</summary>
    /// <exception cref="SerializationException">The body is not what the hub wrote: it was read no further than its first event.</exception>
    public static IReadOnlyCollection<CitizenRef> CitizensOf(FactBatch batch)
    {
        try
        {
            var citizens = new HashSet<CitizenRef>();
            var reader = new Utf8JsonReader(batch.Body.Span);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 2)
                    continue;
                var isSubject = reader.ValueTextEquals("subject"u8);
                reader.Read();
                if (isSubject)
                    citizens.Add(new CitizenRef(reader.GetGuid()));
                else
                    reader.Skip();
            }

            return citizens;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw NotOurs(exception);
        }
    }

    /// <summary>How many events there are.</summary>
    /// <exception cref="SerializationException">The body is not what the hub wrote.</exception>
    public static int CountOf(FactBatch batch)
    {
        try
        {
            var count = 0;
            var reader = new Utf8JsonReader(batch.Body.Span);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                count++;
                reader.Skip();
            }

            return count;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw NotOurs(exception);
        }
    }

    private static bool IsUnreadable(Exception exception) => exception is JsonException or FormatException or OverflowException or ArgumentException or InvalidOperationException;

    private static SerializationException NotOurs(Exception exception) => new("Expected a CloudEvents batch as the hub writes them.", exception);

    private static Guid CitizenOf(ReadOnlySpan<byte> content)
    {
        var reader = new Utf8JsonReader(content);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCitizen = reader.ValueTextEquals("citizen"u8);
            reader.Read();
            if (isCitizen)
                return reader.GetGuid();
            reader.Skip();
        }

        throw new SerializationException("A fact in the journal, or an event, names no citizen.");
    }
}
