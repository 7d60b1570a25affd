namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>
/// Orders file names as people number them: without their extension first, so that <c>leefloon-2026-11.csv</c> comes after <c>leefloon.csv</c>, and digits as numbers, so that <c>export-10</c>
/// comes after <c>export-9</c>.
/// </summary>
internal sealed class FileNames : IComparer<string>
{
    public static FileNames Order { get; } = new();

    public int Compare(string? x, string? y)
    {
        var byNumber = CompareNumbered(Path.GetFileNameWithoutExtension(x.AsSpan()), Path.GetFileNameWithoutExtension(y.AsSpan()));
        return byNumber != 0 ? byNumber : string.CompareOrdinal(x, y);
    }

    private static int CompareNumbered(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var (leftDigits, rightDigits) = (Digits(left), Digits(right));
            int order;
            if (leftDigits > 0 && rightDigits > 0)
            {
                var one = left[..leftDigits].TrimStart('0');
                var other = right[..rightDigits].TrimStart('0');
                order = one.Length != other.Length ? one.Length - other.Length : one.SequenceCompareTo(other);
                left = left[leftDigits..];
                right = right[rightDigits..];
            }
            else
            {
                order = left[..1].CompareTo(right[..1], StringComparison.OrdinalIgnoreCase);
                left = left[1..];
                right = right[1..];
            }

            if (order != 0)
                return order;
        }

        return left.Length - right.Length;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
