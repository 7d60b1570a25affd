namespace IntegrationHub.Files;

/// <summary>One tag or text goes on longer than a whole record may be.</summary>
public sealed class PieceTooLongException() : Exception("A tag or text is longer than the largest record allowed.");
