namespace IntegrationHub.Adapters.Mapped.Streams;

/// <summary>One piece of text in a stream is larger than the largest record allowed: what comes after it cannot be reached within bounded memory.</summary>
internal sealed class ValueTooLargeException() : Exception("A single text is over the largest record allowed.");
