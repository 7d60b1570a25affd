using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Events;

/// <summary>Writes events in the transaction of what they tell: a row for each contract and kind of moment in it, never a row an event.</summary>
/// <param name="isFollowed">Off where nobody could follow: then nothing is made and nothing is written.</param>
internal sealed class Outbox(bool isFollowed)
{
    // Within a JSON object a line never ends.
    private const byte Separator = (byte)'\n';

    public async Task AddAsync(Session session, Func<IEnumerable<HubEvent>> happened)
    {
        if (!isFollowed)
            return;
        var batches = happened().GroupBy(one => (Contract: EventContract.NameOf(one.Content.GetType()), one.Code), one => EventContract.Serialize(one.Content)).ToList();
        if (batches.Count > 0)
        {
            await session.InsertAsync(new Rows("events")
                .Add("contract", batches, batch => batch.Key.Contract)
                .Add("code", batches, batch => batch.Key.Code)
                .Add("body", batches, Join));
        }
    }

    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(byte[] body)
    {
        var events = new List<ReadOnlyMemory<byte>>();
        for (var rest = body.AsMemory(); !rest.IsEmpty;)
        {
            var end = rest.Span.IndexOf(Separator);
            events.Add(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return events;
    }

    private static byte[] Join(IEnumerable<byte[]> events)
    {
        using var body = new MemoryStream();
        foreach (var one in events)
        {
            if (body.Length > 0)
                body.WriteByte(Separator);
            body.Write(one);
        }

        return body.ToArray();
    }
}
