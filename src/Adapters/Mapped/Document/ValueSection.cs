namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>Where a value comes from and what is done with it.</summary>
internal sealed record ValueSection
{
    /// <summary>Columns, joined with <see cref="Join"/>; empty when <see cref="Value"/> is set.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>What stands between several columns.</summary>
    public string Join { get; init; } = " ";

    /// <summary>A constant.</summary>
    public string? Value { get; init; }

    /// <summary>Ways of writing a date; empty recognises the usual ones.</summary>
    public IReadOnlyList<string> Date { get; init; } = [];

    /// <summary>What each value of the source is for us; null takes it as it is.</summary>
    public IReadOnlyDictionary<string, string>? Codes { get; init; }

    /// <summary>What to do with a value that <see cref="Codes"/> does not know.</summary>
    public Otherwise Otherwise { get; init; }

    /// <summary>With <see cref="Otherwise.Value"/>: the value.</summary>
    public string? OtherwiseValue { get; init; }

    /// <summary>The value of an empty column.</summary>
    public string? Default { get; init; }

    /// <summary>What stands between the values of one column; null when it holds one.</summary>
    public string? Split { get; init; }

    /// <summary>Whether an empty column is a reason to reject the row.</summary>
    public bool Required { get; init; }
}
