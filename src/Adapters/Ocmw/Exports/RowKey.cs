using System.Globalization;
using IntegrationHub.Adapters.Ocmw.Csv;
using IntegrationHub.Adapters.Ocmw.Rows;

namespace IntegrationHub.Adapters.Ocmw.Exports;

/// <summary>Reads of each row only what identifies it: its kind and own number (and the tenant's within a claim).</summary>
internal sealed class RowKey(RowLayout layout, string fileName)
{
    private readonly int number = layout.IndexOf(Column.Number);
    private readonly int subNumber = layout.IndexOf(Column.SubNumber);
    private readonly string prefix = layout.Kind.Name + ":";

    /// <summary>The record's id; where the number cannot be read, the file and line, and false.</summary>
    public bool TryRead(ScannedRow row, out string id, out bool isPersonal)
    {
        isPersonal = false;
        if (row.RefusedSize is null && TryNumbers(row.Bytes.Span, out var key, out var sub))
        {
            isPersonal = RecordNumber.MayHoldInsz(key) || RecordNumber.MayHoldInsz(sub);
            id = sub is null ? prefix + key : $"{prefix}{key}#{sub}";
            return true;
        }

        id = string.Create(CultureInfo.InvariantCulture, $"{prefix}{fileName}#{row.Line}");
        return false;
    }

    private bool TryNumbers(ReadOnlySpan<byte> row, out string key, out string? sub)
    {
        (key, sub) = ("", null);
        if (!row.Contains((byte)'"') && subNumber < 0)
            return IsNumber(Nth(row, number), out key);
        var text = layout.Encoding.GetString(row);
        Span<Field> fields = stackalloc Field[layout.ColumnCount];
        if (RowSplitter.Split(text, layout.Separator, fields, out var count) != RowProblem.None || count <= Math.Max(number, subNumber))
            return false;

        // A quote too many may join two rows into one: the second would seem to be gone.
        if (count < layout.ColumnCount && text.Contains('\n', StringComparison.Ordinal))
            return false;
        key = RowSplitter.Text(text, fields[number]).Trim().ToString();
        if (subNumber >= 0 && RowSplitter.Text(text, fields[subNumber]).Trim() is { IsEmpty: false } given)
            sub = given.ToString();
        return RecordNumber.IsValid(key) && (sub is null || RecordNumber.IsValid(sub));
    }

    // The common row, without a quote in it, is not decoded as a whole.
    private ReadOnlySpan<byte> Nth(ReadOnlySpan<byte> row, int index)
    {
        var separator = (byte)layout.Separator;
        for (var i = 0; i < index; i++)
        {
            var next = row.IndexOf(separator);
            if (next < 0)
                return [];
            row = row[(next + 1)..];
        }

        var end = row.IndexOf(separator);
        return end < 0 ? row : row[..end];
    }

    private bool IsNumber(ReadOnlySpan<byte> bytes, out string key)
    {
        key = bytes.Length > 256 ? "" : layout.Encoding.GetString(bytes).Trim();
        return RecordNumber.IsValid(key);
    }
}
