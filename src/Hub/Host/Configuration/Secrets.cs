using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host.Configuration;

/// <summary>Opens <c>env:NAME</c> and <c>file:PATH</c>.</summary>
internal sealed class Secrets(string folder) : ISecrets
{
    public string Open(string reference)
    {
        if (Problem(reference) is { } problem)
            throw new PermanentFailureException($"The secret {Shown(reference)} {problem}");
        return reference.StartsWith("env:", StringComparison.Ordinal)
            ? Environment.GetEnvironmentVariable(reference[4..])!
            : File.ReadAllText(Path.GetFullPath(reference[5..], folder)).Trim();
    }

    /// <summary>What is wrong with a reference; null when there is a secret behind it.</summary>
    public string? Problem(string reference)
    {
        if (reference.StartsWith("env:", StringComparison.Ordinal))
            return string.IsNullOrEmpty(Environment.GetEnvironmentVariable(reference[4..])) ? "is not set. Set that environment variable." : null;
        if (reference.StartsWith("file:", StringComparison.Ordinal))
            return File.Exists(Path.GetFullPath(reference[5..], folder)) ? null : "points to a file that does not exist. Write the secret into that file.";
        return "is not a reference. Write env:NAME or file:PATH; never the secret itself.";
    }

    /// <summary>A reference as it may be shown; something that is no reference may be the secret itself.</summary>
    private static string Shown(string reference) =>
        reference.StartsWith("env:", StringComparison.Ordinal) || reference.StartsWith("file:", StringComparison.Ordinal) ? reference : "(hidden)";
}
