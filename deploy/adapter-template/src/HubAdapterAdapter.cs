namespace HubAdapter;

/// <summary>What the hub calls for each source that is configured with this adapter.</summary>
public sealed class HubAdapterAdapter : IAdapter
{
    // Redirects would take the key along to another address; a body without an end would fill the memory.
    public void Register(IServiceCollection services, IConfiguration options) => services.AddSource<HubAdapterSource, HubAdapterNormaliser, HubAdapterOptions>(options)
        .AddSingleton(_ => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { MaxResponseContentBufferSize = 16 * 1024 * 1024 });
}
