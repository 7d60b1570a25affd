using System.Globalization;
using System.Text;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Audit;

/// <summary>A row of <c>audit_blocks</c>, its columns as the bytes of their text: a value that only looks like the one that was sealed (3.5 where a number of 3 is read) is another.</summary>
/// <param name="Header">Number, entries, total, time and key, in that order.</param>
/// <param name="Mac">Its MAC.</param>
/// <param name="AnchorKey">Id of the key of its anchor; null when it is none.</param>
/// <param name="Anchor">The MAC that makes it the anchor of what is kept; null when it is none.</param>
internal sealed record StoredBlock(byte[][] Header, byte[] Mac, string? AnchorKey, byte[]? Anchor)
{
    private const string Columns = "CAST(block AS text), CAST(entries AS text), CAST(total AS text), CAST(sealed_at AS text), key_id, mac, anchor_key, anchor";

    public long Number => Parsed(0);

    public long Entries => Parsed(1);

    public long Total => Parsed(2);

    public string KeyId => Encoding.UTF8.GetString(Header[4]);

    public long SealedAt => Parsed(3);

    public AuditHead Head => new(Number, Total, Micros.ToTime(SealedAt), Convert.ToHexStringLower(Mac));

    public static StoredBlock Make(long number, int entries, long total, long sealedAt, string keyId) =>
        new([Text(number), Text(entries), Text(total), Text(sealedAt), Encoding.UTF8.GetBytes(keyId)], [], null, null);

    /// <summary>Blocks in their order.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="which">What follows <c>FROM audit_blocks</c>.</param>
    /// <param name="values">Its parameters.</param>
    public static Task<List<StoredBlock>> ReadAsync(Session session, string which, params (string Name, object? Value)[] values) => session.QueryAsync(
        $"SELECT {Columns} FROM audit_blocks {which}",
        static reader => new StoredBlock(
            [reader.Bytes(0), reader.Bytes(1), reader.Bytes(2), reader.Bytes(3), reader.Bytes(4)],
            reader.Bytes(5),
            reader.TextOrNull(6),
            reader.IsDBNull(7) ? null : reader.Bytes(7)),
        values);

    public static byte[] Text(long number) => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Something that is no number was put there by hand; it is never the right one.</summary>
    private long Parsed(int column) => long.TryParse(Header[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
