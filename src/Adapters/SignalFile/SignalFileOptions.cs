using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Adapters.SignalFile;

/// <summary>What an administrator sets.</summary>
public sealed class SignalFileOptions
{
    /// <summary>The folder that the tool picks files up from; a relative path starts at the configuration folder. It must exist.</summary>
    [Required(ErrorMessage = "folder: name the folder that the tool picks files up from, such as \"/srv/ocmw/meldingen\".")]
    public string Folder { get; set; } = "";
}
