namespace HubAdapter;

/// <summary>What an administrator writes under <c>options</c> in hub.json.</summary>
public sealed class HubAdapterOptions
{
    /// <summary>Where the API is.</summary>
    [Required(ErrorMessage = "url: write the address of the API, such as \"https://hubadapter.example/api\".")]
    public Uri? Url { get; set; }

    /// <summary>Where the key is, never the key itself.</summary>
    [Required(ErrorMessage = "key: say where the API key is, such as \"env:API_KEY\" or \"file:/etc/integrationhub/api.key\".")]
    public string Key { get; set; } = "";
}
