namespace IntegrationHub.Adapters.Console;

/// <summary>What an operator sets for the console destination.</summary>
public sealed class ConsoleOptions
{
    /// <summary>Language of what is printed: <c>nl</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "nl";
}
