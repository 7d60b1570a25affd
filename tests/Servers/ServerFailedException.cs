namespace IntegrationHub.Tests.Servers;

/// <summary>A server of ours did not start, or died; the message holds the end of its log.</summary>
public sealed class ServerFailedException(string message) : Exception(message);
