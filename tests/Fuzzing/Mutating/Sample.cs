namespace IntegrationHub.Fuzzing.Tests.Mutating;

/// <summary>One good or broken input as somebody really sent it, or as a sample shows it.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Kind">How it is read: a file name, a content type, the kind of a record.</param>
/// <param name="Bytes">The input.</param>
internal sealed record Sample(string Name, string Kind, byte[] Bytes);
