using System.Text;
using IntegrationHub.Adapters.Magda.Citizens;
using IntegrationHub.Adapters.Magda.Notifications;
using IntegrationHub.Adapters.Magda.Publications;
using IntegrationHub.Adapters.Magda.Requests;
using IntegrationHub.Adapters.Magda.Rounds;
using IntegrationHub.Adapters.Magda.Transport;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Magda;

/// <summary>MAGDA, the service integrator of the Flemish government, as a source.</summary>
public sealed class MagdaAdapter : IAdapter
{
    private const string FilePrefix = "file:";

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
        // .NET reads encoding="windows-1252" in an XML declaration only after this.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        services.AddOptions<MagdaOptions>().Bind(options).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<MagdaOptions>, MagdaOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<MagdaOptions>>().Value);
        services.AddSingleton<MagdaHttp>();
        services.AddSingleton(Signer);
        services.AddSingleton(Writer);
        services.AddSingleton(Client);
        services.AddSingleton(List);
        services.AddSingleton<Registrations>();
        services.AddSingleton<Interview>();
        services.AddSingleton<CitizenVisit>();
        services.AddSingleton<PublicationFolder>();
        services.AddSingleton<EnterpriseList>();
        services.AddSingleton<PublishedCitizens>();
        services.AddSingleton<PublicationReader>();
        services.AddSingleton<NotificationPoll>();
        services.AddSingleton<ISourceContracts, MagdaContracts>();
        services.AddSingleton<IPullSource, MagdaSource>();
        services.AddSingleton<IRecordNormaliser, MagdaNormaliser>();
        services.AddSingleton<IConnectionCheck, MagdaConnectionCheck>();
    }

    private static IMessageSigner Signer(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<MagdaOptions>();
        if (options.SigningCertificate is not { } reference)
            return new NoSigner();
        var certificate = CertificateSecret.Open(provider.GetRequiredService<ISecrets>(), "signingCertificate", reference, options.SigningCertificatePassword);
        return new X509BodySigner(certificate, provider.GetRequiredService<TimeProvider>());
    }

    private static RequestWriter Writer(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<MagdaOptions>();
        var gebruiker = options.Gebruiker is { } reference ? provider.GetRequiredService<ISecrets>().Open(reference) : null;
        return new(options, provider.GetRequiredService<TimeProvider>(), gebruiker);
    }

    private static MagdaClient Client(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<MagdaOptions>();
        var clock = provider.GetRequiredService<TimeProvider>();
        return new(
            provider.GetRequiredService<MagdaHttp>().Client,
            options,
            provider.GetRequiredService<InstanceContext>(),
            provider.GetRequiredService<IMessageSigner>(),
            new Pace(options.RequestsPerSecond, clock),
            clock);
    }

    private static ICitizenList List(IServiceProvider provider)
    {
        var citizens = provider.GetRequiredService<MagdaOptions>().Citizens;
        return citizens.StartsWith(FilePrefix, StringComparison.Ordinal)
            ? new FileList(provider.GetRequiredService<InstanceContext>().PathOf(citizens[FilePrefix.Length..]))
            : new CaseloadList(provider.GetRequiredService<ICaseload>());
    }
}
