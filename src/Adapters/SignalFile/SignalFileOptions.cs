using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Adapters.SignalFile;

/// <summary>What an administrator sets.</summary>
public sealed class SignalFileOptions
{
    /// <summary>The folder that the tool picks files up from; a relative path starts at the configuration folder. It must exist.</summary>
    [Description("The folder that the tool picks files up from; it must exist. A relative path starts at the configuration folder.")]
    [Required(ErrorMessage = "folder: name the folder that the tool picks files up from, such as \"/srv/ocmw/meldingen\".")]
    public string Folder { get; set; } = "";
}
