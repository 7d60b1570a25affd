namespace IntegrationHub.Storage.Database;

/// <summary>There is no store, or one of another version of the hub; the message says what to do.</summary>
public sealed class SchemaException(string reason) : Exception(reason);
