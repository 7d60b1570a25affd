using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Mapped;

/// <summary>Reports the mistakes in the mapping together with those in the options.</summary>
internal sealed class MappedOptionsValidator(MappingFile file) : IValidateOptions<MappedOptions>
{
    public ValidateOptionsResult Validate(string? name, MappedOptions options) =>
        options.Mapping.Length == 0 || file.Mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(file.Mistakes);
}
