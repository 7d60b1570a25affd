using System.Text;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>Somebody whose data is found wherever it lies: nothing else holds these words and numbers.</summary>
internal static class MarkedCitizen
{
    public const string FamilyName = "Zwartkruinvogel";
    public const string GivenName = "Xanthippeia";
    public const string Street = "Wezelkruiddreef 4711";

    /// <summary>With an open file.</summary>
    public static string Insz { get; } = TestInsz.Number(123_456);

    /// <summary>The same name under a number of which no file is open.</summary>
    public static string OtherInsz { get; } = TestInsz.Number(234_567);

    private static IReadOnlyList<string> Marks { get; } =
    [
        Insz, Written(Insz), OtherInsz, Written(OtherInsz), FamilyName, GivenName, "Wezelkruiddreef",
    ];

    /// <summary>Which marks are in this text, as they are, as JSON or XML escapes nothing of them, or as the bytes of a column printed in hexadecimal.</summary>
    public static IReadOnlyList<string> FoundIn(string text) =>
        [.. Marks.Where(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase) || text.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(mark)), StringComparison.OrdinalIgnoreCase))];

    /// <summary>Which marks are in these bytes, in UTF-8 or UTF-16.</summary>
    public static IReadOnlyList<string> FoundIn(byte[] bytes) =>
        [.. Marks.Where(mark => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(mark)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(mark)) >= 0)];

    private static string Written(string insz) => $"{insz[..2]}.{insz[2..4]}.{insz[4..6]}-{insz[6..9]}.{insz[9..]}";
}
