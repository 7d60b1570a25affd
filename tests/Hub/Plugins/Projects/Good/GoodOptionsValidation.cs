using Microsoft.Extensions.Options;

namespace TestPlugins.Good;

/// <summary>What an attribute cannot say.</summary>
public sealed class GoodOptionsValidation : IValidateOptions<GoodOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, GoodOptions options) =>
        options.Limits.Most < 0 ? ValidateOptionsResult.Fail("limits.most must not be negative; put 0 or more.") : ValidateOptionsResult.Success;
}
