namespace IntegrationHub.Adapters.Mapped.Sql;

/// <summary>A column of the query's result.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Type">Its type, as the database names it.</param>
internal sealed record SqlColumn(string Name, string Type)
{
    /// <summary>Its name within a statement.</summary>
    public string Quoted => $"q.\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
