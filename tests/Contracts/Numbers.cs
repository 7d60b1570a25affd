using FsCheck;
using FsCheck.Fluent;

namespace IntegrationHub.Contracts.Tests;

/// <summary>Makes numbers by the published rules, apart from the code under test.</summary>
static class Numbers
{
    private static readonly int[] Months = [.. Enumerable.Range(0, 13), .. Enumerable.Range(20, 13), .. Enumerable.Range(40, 13), .. Enumerable.Range(60, 13)];

    public static string Insz(int year, int month, int day, int sequence, bool from2000)
    {
        var body = $"{year:00}{month:00}{day:00}{sequence:000}";
        return $"{body}{97 - (long.Parse(from2000 ? "2" + body : body) % 97):00}";
    }

    public static string Kbo(int first8) => $"{first8:00000000}{97 - (first8 % 97):00}";

    /// <summary>Valid numbers of every kind and both centuries.</summary>
    public static Arbitrary<string> Inszs { get; } = Arb.From(
        from year in Gen.Choose(0, 99)
        from month in Gen.Elements(Months)
        from day in Gen.Choose(0, 31)
        from sequence in Gen.Choose(1, 998)
        from from2000 in Gen.Elements(true, false)
        select Insz(year, month, day, sequence, from2000));

    public static Arbitrary<string> Kbos { get; } = Arb.From(Gen.Choose(0, 19_999_999).Select(Kbo));
}
