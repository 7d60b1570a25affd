using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Console;

/// <summary>Knows the languages.</summary>
public sealed class ConsoleOptionsValidator : IValidateOptions<ConsoleOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ConsoleOptions options) => options.Language is "nl" or "en"
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail("language: expected nl or en; put one of them, or leave it out for nl.");
}
