using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Adapters.Mapped;

/// <summary>What an administrator sets, beside the parameters that the file itself declares.</summary>
public sealed class MappedOptions
{
    internal const string MappingKey = "mapping";

    /// <summary>The <c>source.yaml</c>; a relative path starts at the configuration folder. A plugin without code has it filled in by the hub.</summary>
    [Required(ErrorMessage = "mapping: name the file that says what the source is, such as \"sources/caw.yaml\".")]
    public string Mapping { get; set; } = "";
}
