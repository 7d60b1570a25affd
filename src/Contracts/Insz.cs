using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IntegrationHub.Contracts;

/// <summary>
/// The identification number of the social security (INSZ): a national register number or a BIS number. 11 digits: birth date YYMMDD, sequence, check.
/// Months 01-12 (00 when unknown) are national register, 20-32 BIS with the sex unknown, 40-52 BIS with the sex known, 60-72 the government's test numbers.
/// Source: Crossroads Bank for Social Security (KSZ). It never reaches the bus; <see cref="ToString"/> hides it.
/// </summary>
public readonly record struct Insz
{
    private readonly string? value;

    private Insz(string value) => this.value = value;

    /// <summary>The 11 digits. Personal data: never write them to a log, a message or a URL.</summary>
    public string Digits => value ?? throw new InvalidOperationException("This Insz was never given a value.");

    /// <summary>Whether it is one of the government's test numbers (month 60-72).</summary>
    public bool IsTest => Month is >= 60 and <= 72;

    /// <summary>Whether it is a BIS number (month 20-32 or 40-52).</summary>
    public bool IsBis => Month is (>= 20 and <= 32) or (>= 40 and <= 52);

    /// <summary>Whether the check digits say that the holder was born in or after 2000.</summary>
    public bool BornFrom2000 => !ChecksAs(Digits, "") && ChecksAs(Digits, "2");

    private int Month => Number(Digits, 2, 2);

    /// <summary>Reads 11 digits; spaces, dots, hyphens and slashes between them are allowed (<c>85.07.30-033.28</c>).</summary>
    /// <exception cref="FormatException">The text is not an INSZ. The message never repeats the text.</exception>
    public static Insz Parse(string text) =>
        TryParse(text, out var insz) ? insz : throw new FormatException("Expected an INSZ: 11 digits with valid month and check digits.");

    /// <summary>As <see cref="Parse"/>, without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Insz insz)
    {
        insz = default;
        if (text is null || text.Length > 32)
            return false;
        Span<char> digits = stackalloc char[11];
        var count = 0;
        foreach (var c in text)
        {
            if (c is ' ' or '.' or '-' or '/')
                continue;
            if (!char.IsAsciiDigit(c) || count == 11)
                return false;
            digits[count++] = c;
        }

        if (count != 11)
            return false;
        var candidate = new string(digits);
        if (!HasValidMonth(candidate) || (!ChecksAs(candidate, "") && !ChecksAs(candidate, "2")))
            return false;
        insz = new Insz(candidate);
        return true;
    }

    /// <summary>Hides the number: an INSZ never reaches a log or a message by accident.</summary>
    public override string ToString() => "Insz(hidden)";

    private static bool HasValidMonth(string digits)
    {
        var month = Number(digits, 2, 2);
        return month is <= 12 or (>= 20 and <= 32) or (>= 40 and <= 52) or (>= 60 and <= 72);
    }

    private static bool ChecksAs(string digits, string century)
    {
        var body = long.Parse(century + digits[..9], CultureInfo.InvariantCulture);
        return 97 - (body % 97) == Number(digits, 9, 2);
    }

    private static int Number(string digits, int start, int length) => int.Parse(digits.AsSpan(start, length), CultureInfo.InvariantCulture);
}
