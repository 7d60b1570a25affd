namespace IntegrationHub.Adapters.Magda.Citizens;

/// <summary>Whom to ask about, in a fixed order.</summary>
internal interface ICitizenList
{
    /// <summary>The citizens after a position; from the first when it is null.</summary>
    IAsyncEnumerable<ListedCitizen> ReadAsync(string? after, CancellationToken token);
}
