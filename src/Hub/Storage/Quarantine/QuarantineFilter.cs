namespace IntegrationHub.Storage.Quarantine;

/// <summary>Which of what rests in quarantine; null for any.</summary>
public sealed record QuarantineFilter(long? Id = null, string? Source = null, string? Reason = null, string? AdapterVersion = null)
{
    /// <summary>All of it.</summary>
    public static QuarantineFilter All { get; } = new();

    /// <summary>The condition on open entries, with its values.</summary>
    internal (string Sql, (string Name, object? Value)[] Values) Where()
    {
        (string Column, object? Value)[] named = [("id", Id), ("source", Source), ("reason", Reason), ("adapter_version", AdapterVersion)];
        var asked = named.Where(one => one.Value is not null).ToArray();
        return (string.Concat(asked.Select(one => $" AND {one.Column} = @{one.Column}").Prepend("resolved_at IS NULL")), asked);
    }
}
