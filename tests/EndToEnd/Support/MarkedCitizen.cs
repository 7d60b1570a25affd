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

    private static IReadOnlyList<string> Marks { get; } = [.. Written(Insz), .. Written(OtherInsz), FamilyName, GivenName, "Wezelkruiddreef"];

    // Each form once, ready to be looked for among bytes.
    private static readonly IReadOnlyList<(string Mark, byte[] Bytes)> Exact = [.. Marks.SelectMany(mark => MarkForms.Exact(mark).Distinct().Select(form => (mark, Encoding.ASCII.GetBytes(form))))];

    private static readonly IReadOnlyList<(string Mark, byte[] Bytes)> Folded =
        [.. Marks.SelectMany(mark => MarkForms.Folded(mark).Distinct().SelectMany(form => new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Select(encoding => (mark, encoding.GetBytes(form.ToLowerInvariant())))))];

    /// <summary>Which marks are in this text, in any of the <see cref="MarkForms"/>.</summary>
    public static IReadOnlyList<string> FoundIn(string text) => FoundIn(Encoding.UTF8.GetBytes(text));

    /// <summary>Which marks are in these bytes, in UTF-8 or UTF-16 and in any of the <see cref="MarkForms"/>.</summary>
    public static IReadOnlyList<string> FoundIn(byte[] bytes)
    {
        var folded = Array.ConvertAll(bytes, one => one is >= (byte)'A' and <= (byte)'Z' ? (byte)(one | 0x20) : one);
        return [.. Exact.Where(form => bytes.AsSpan().IndexOf(form.Bytes) >= 0).Concat(Folded.Where(form => folded.AsSpan().IndexOf(form.Bytes) >= 0)).Select(form => form.Mark).Distinct()];
    }

    private static IEnumerable<string> Written(string insz)
    {
        var (year, month, day, order, check) = (insz[..2], insz[2..4], insz[4..6], insz[6..9], insz[9..]);
        return [insz, $"{year}.{month}.{day}-{order}.{check}", $"{year}.{month}.{day}-{order}-{check}", $"{year}.{month}.{day} {order}.{check}", $"{year}{month}{day}-{order}-{check}", $"{year}{month}{day}-{order}.{check}", $"{year} {month} {day} {order} {check}", $"{year}{month}{day} {order} {check}"];
    }
}
