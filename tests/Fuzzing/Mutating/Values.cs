using System.Text;

namespace IntegrationHub.Fuzzing.Tests.Mutating;

/// <summary>What stands where a value should be, at the edge of what a parser expects or beyond.</summary>
internal static class Values
{
    private static readonly string[] Texts =
    [
        "", " ", "0", "-1", "1", "NaN", "Infinity", "1e999", "-1e-999", "99999999999999999999999999999999999999999", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "0x7f", "1.7976931348623157E+309",
        "0000-00-00", "2026-02-30", "9999-12-31T23:59:59.9999999+14:00", "0001-01-01T00:00:00-14:00", "2026-11-22T24:00:00Z", "31/12/9999", "20261122235960", "20261122+9999", "1899-12-31", "45000.5",
        "00000000000", "99999999999", "85.07.30-033.28", "null", "true", "~", "\"", "\"\"", "'", "\\", "\\\\", "\\u0000", "\\ud800", "\\X0D\\", "\\.br\\", "&amp;", "&lt;", "&#0;", "&#x110000;", "&x;", "<!--", "-->", "<![CDATA[", "]]>",
        "<?xml version=\"1.0\" encoding=\"utf-7\"?>", "{", "}", "[", "]", "{}", "[]", ":", ",", ";", "\t", "|", "^", "~~~~", "&&&&", "\r\n", "\n\n", "\r", "=1+1", "@SUM(A1)", "%n%s%x", "../../../etc/passwd", "${env:PATH}", "file:///etc/passwd", "http://127.0.0.1:1/",
        "\u0000", "\u0001", "\uFEFF", "\u202E", "\u00A0", "é", "e\u0301", "𝄞", "ß", "İ", "ﷺ", "\uFFFD", "\u2028", "0\u0660", "１２３",
    ];

    private static readonly byte[][] NoText =
    [
        [0x00], [0xFF], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0x0B], [0x1C], [0x1C, 0x0D], [0x0B, 0x0B], [0x1C, 0x1C, 0x0D], [0x1A], [0x1B, 0x24, 0x42],
    ];

    public static byte[] Any(Random random) => random.Next(10) switch
    {
        0 => NoText[random.Next(NoText.Length)],
        1 or 2 => Marked.Any(random),
        3 => Long(random),
        _ => Encoding.UTF8.GetBytes(Texts[random.Next(Texts.Length)]),
    };

    private static byte[] Long(Random random)
    {
        var bytes = new byte[random.Next(8) switch { 0 => random.Next(20_000, 70_000), 1 or 2 => random.Next(4_000, 9_000), _ => random.Next(100, 700) }];
        bytes.AsSpan().Fill((byte)"aA0 ;,\"'<{[|^&\n\\é"[random.Next(17)]);
        return bytes;
    }
}
