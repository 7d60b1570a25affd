namespace IntegrationHub.Adapters.Hospital.Hl7;

/// <summary>The characters that MSH-1 and MSH-2 declare.</summary>
internal sealed record Hl7Separators(char Field, char Component, char Repetition, char Escape, char Subcomponent)
{
    public static Hl7Separators Standard { get; } = new('|', '^', '~', '\\', '&');

    /// <summary>Reads what follows <c>MSH</c>; null when it declares none that can be told apart.</summary>
    public static Hl7Separators? TryRead(ReadOnlySpan<byte> afterMsh)
    {
        if (afterMsh.Length < 5)
            return null;
        foreach (var b in afterMsh[..5])
        {
            if (b is <= 0x20 or >= 0x7F || char.IsAsciiLetterOrDigit((char)b))
                return null;
        }

        var distinct = afterMsh[..5].ToArray().Distinct().Count() == 5;
        return distinct ? new((char)afterMsh[0], (char)afterMsh[1], (char)afterMsh[2], (char)afterMsh[3], (char)afterMsh[4]) : null;
    }

    /// <summary>MSH-2 of a message written with these.</summary>
    public string Declared => string.Concat(Component, Repetition, Escape, Subcomponent);

    /// <summary>Our own text, made safe to stand in a field.</summary>
    public string Encode(string text)
    {
        var safe = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            var code = c == Escape ? 'E' : c == Field ? 'F' : c == Component ? 'S' : c == Repetition ? 'R' : c == Subcomponent ? 'T' : '\0';
            _ = code != '\0' ? safe.Append(Escape).Append(code).Append(Escape) : safe.Append(char.IsControl(c) ? ' ' : c);
        }

        return safe.ToString();
    }

    /// <summary>The text behind a component, its escape sequences resolved; formatting that means nothing outside a report is dropped.</summary>
    public string Decode(string text)
    {
        if (!text.Contains(Escape))
            return text;
        var plain = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == Escape ? text.IndexOf(Escape, i + 1) : -1;
            if (end < 0)
            {
                plain.Append(text[i]);
                continue;
            }

            plain.Append(text[(i + 1)..end] switch { "F" => $"{Field}", "S" => $"{Component}", "R" => $"{Repetition}", "T" => $"{Subcomponent}", "E" => $"{Escape}", ".br" => " ", _ => "" });
            i = end;
        }

        return plain.ToString();
    }
}
