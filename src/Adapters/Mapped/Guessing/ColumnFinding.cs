namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>What a column holds and is for. It may hold values of the sample: <see cref="ToString"/> shows none.</summary>
internal sealed record ColumnFinding
{
    /// <summary>How a mapping names the column.</summary>
    public required string Reference { get; init; }

    /// <summary>What the values are.</summary>
    public required ContentKind Kind { get; init; }

    /// <summary>What it is for, by its name and its values.</summary>
    public required ColumnRole Role { get; init; }

    /// <summary>In how many rows it is filled.</summary>
    public required int Filled { get; init; }

    /// <summary>How many of those are as <see cref="Kind"/> says.</summary>
    public required int Matching { get; init; }

    /// <summary>How many different values it holds.</summary>
    public required int Distinct { get; init; }

    /// <summary>Whether every row has a value of its own.</summary>
    public required bool IsUnique { get; init; }

    /// <summary>Whether its values can be numbers of the source's own, which cross the bus in the clear: none is or holds an INSZ.</summary>
    public bool IsReference { get; init; }

    /// <summary>Whether each of its values can be a code on the bus: no free text.</summary>
    public bool IsCode { get; init; }

    /// <summary>How its dates are written; null when it holds none.</summary>
    public DateFinding? Dates { get; init; }

    /// <summary>Its values when they look like a table of codes and cannot be personal; empty otherwise.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>How many values are not among <see cref="Codes"/>, because they might say who somebody is.</summary>
    public int CodesNotShown { get; init; }

    /// <summary>Whether its name says that it holds dates and its values cannot be read as dates.</summary>
    public bool IsUnreadableDate => Role is >= ColumnRole.Start and not ColumnRole.Changed && Kind is ContentKind.Text or ContentKind.Number && Dates is null && Filled > 0;

    /// <summary>Whether it holds days or instants.</summary>
    public bool IsDate => Kind is ContentKind.Date or ContentKind.Instant;

    public override string ToString() => $"ColumnFinding({Reference}, {Kind}, {Role})";
}
