namespace IntegrationHub.Storage.Rotation;

/// <summary>Rows that one transaction moved to another key.</summary>
/// <param name="Last">The key of the last: the next transaction goes on after it.</param>
/// <param name="Count">How many.</param>
internal sealed record MovedRows<T>(T Last, int Count);
