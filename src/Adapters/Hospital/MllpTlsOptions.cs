using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>TLS on the MLLP listener.</summary>
public sealed class MllpTlsOptions
{
    [Required]
    [Description("Reference (file:PATH, env:NAME) to the certificate of the hub, PEM.")]
    public string Certificate { get; set; } = "";

    [Required]
    [Description("Reference to its private key, PEM.")]
    public string Key { get; set; } = "";

    [Description("Reference to the certificates of the authority that issues those of senders, PEM: then each must show one that clients names. Without it anybody at an allowed address may send.")]
    public string? ClientCa { get; set; }

    [Description("SHA-256 fingerprints of the certificates of this hospital's senders, with or without colons: an authority issues to others too. Goes with clientCa; who is removed is refused after a rescan.")]
    public List<string> Clients { get; set; } = [];
}
