using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Adapters.Console;

/// <summary>What an operator sets for the console destination.</summary>
public sealed class ConsoleOptions
{
    [AllowedValues("nl", "en")]
    [Description("Language of what is printed.")]
    public string Language { get; set; } = "nl";
}
