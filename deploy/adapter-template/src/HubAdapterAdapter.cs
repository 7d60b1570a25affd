namespace HubAdapter;

/// <summary>What the hub calls for each source that is configured with this adapter.</summary>
public sealed class HubAdapterAdapter : IAdapter
{
    public void Register(IServiceCollection services, IConfiguration options) =>
        services.AddSource<HubAdapterSource, HubAdapterNormaliser, HubAdapterOptions>(options).AddSingleton<HttpClient>();
}
