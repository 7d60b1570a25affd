using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Letters;

public sealed class LettersAdapter : IAdapter
{
    public void Register(IServiceCollection services, IConfiguration options)
    {
        services.AddOptions<LettersOptions>().Bind(options).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IRecordNormaliser, LetterNormaliser>();
        services.AddSingleton<IPullSource, LetterSource>();
        services.AddSingleton<ISignalDestination, LetterDestination>();
        if (options["fault"] != "no-check")
            services.AddSingleton<IConnectionCheck, LetterCheck>();
        if (options.GetValue<int>("port") > 0)
            services.AddSingleton<IPushSource, LetterListener>();
        if (options["fault"] == "second-start" && !First.IsMine())
            services.AddSingleton<IPushSource>(_ => throw new InvalidOperationException("There can be only one."));
    }
}
