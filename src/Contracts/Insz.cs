using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace IntegrationHub.Contracts;

/// <summary>
/// The identification number of the social security (INSZ): a national register number or a BIS number. 11 digits: birth date YYMMDD, sequence, check.
/// Months 01-12 (00 when unknown) are national register, 20-32 BIS with the sex unknown, 40-52 BIS with the sex known, 60-72 the government's test numbers.
/// Source: Crossroads Bank for Social Security (KSZ). It never reaches the bus; <see cref="ToString"/> hides it.
/// </summary>
public readonly record struct Insz
{
    private const string Masked = "(insz)";

    /// <summary>Signs between two digits of one number in a text; more of them set two numbers apart.</summary>
    private const int MostBetween = 3;

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

    /// <summary>Whether a text (the name of a file, a reason that somebody wrote) holds one between its words.</summary>
    public static bool IsIn(string text) => Find(text, 0).Length > 0;

    /// <summary>
    /// The text with <c>(insz)</c> in the place of each one in it: 11 digits that are no part of a longer number, with at most three spaces, dots, hyphens, slashes and underscores between two of them.
    /// </summary>
    public static string Mask(string text)
    {
        StringBuilder? masked = null;
        var done = 0;
        while (Find(text, done) is { Length: > 0 } found)
        {
            (masked ??= new StringBuilder(text.Length)).Append(text, done, found.Start - done).Append(Masked);
            done = found.Start + found.Length;
        }

        return masked?.Append(text, done, text.Length - done).ToString() ?? text;
    }

    /// <summary>Hides the number: an INSZ never reaches a log or a message by accident.</summary>
    public override string ToString() => "Insz(hidden)";

    /// <summary>The first one from a place on.</summary>
    private static (int Start, int Length) Find(string text, int from)
    {
        Span<char> digits = stackalloc char[11];
        for (var start = from; start < text.Length; start++)
        {
            if (!char.IsAsciiDigit(text[start]) || (start > 0 && char.IsAsciiDigit(text[start - 1])))
                continue;
            var (count, between) = (0, 0);
            for (var i = start; i < text.Length && between <= MostBetween; i++)
            {
                if (char.IsAsciiDigit(text[i]))
                {
                    if (count == digits.Length)
                        break;
                    digits[count++] = text[i];
                    between = 0;
                    var isWhole = count == digits.Length && (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1]));
                    if (isWhole && TryParse(digits.ToString(), out _))
                        return (start, i + 1 - start);
                }
                else if (text[i] is ' ' or '.' or '-' or '/' or '_')
                {
                    between++;
                }
                else
                {
                    break;
                }
            }
        }

        return default;
    }

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
