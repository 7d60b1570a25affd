using System.Text;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>The forms in which a word or number could lie somewhere and be missed by who looks for it as it is written.</summary>
internal static class MarkForms
{
    /// <summary>Forms of which the case of letters matters: pieces of base64, wherever in it the word begins.</summary>
    public static IEnumerable<string> Exact(string mark) => new[] { Encoding.UTF8, Encoding.Unicode }.SelectMany(encoding => Enumerable.Range(0, 3).Select(before => Base64(encoding.GetBytes(mark), before)));

    /// <summary>Forms whose letters may be of either case: as it is, in hexadecimal, and as a part of an address.</summary>
    public static IEnumerable<string> Folded(string mark) =>
    [
        mark,
        Uri.EscapeDataString(mark),
        string.Concat(Encoding.UTF8.GetBytes(mark).Select(one => $"%{one:x2}")),
        string.Concat(mark.Select(one => $"\\u{(int)one:x4}")),
        string.Concat(mark.Select(one => $"&#{(int)one};")),
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(mark)),
        Convert.ToHexStringLower(Encoding.Unicode.GetBytes(mark)),
        BitConverter.ToString(Encoding.UTF8.GetBytes(mark)),
    ];

    // The characters at both ends depend on what stands beside it, and are left out.
    private static string Base64(byte[] bytes, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
        var first = ((before * 8) + 5) / 6;
        return text[first..((before + bytes.Length) * 8 / 6)];
    }
}
