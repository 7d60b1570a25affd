namespace IntegrationHub.Storage.Database;

/// <summary>One column of rows to write.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">A typed array, one value a row.</param>
/// <param name="IsUtf8Text">The values are UTF-8 bytes of a text column.</param>
internal sealed record Column(string Name, Array Values, bool IsUtf8Text);
