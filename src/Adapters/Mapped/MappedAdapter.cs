using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Mapped.Guessing;
using IntegrationHub.Adapters.Mapped.Http;
using IntegrationHub.Adapters.Mapped.Sql;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Mapped;

/// <summary>Connects a system that a <c>source.yaml</c> describes.</summary>
public sealed class MappedAdapter : IAdapter, ISourceProposal
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
        services.AddOptions<MappedOptions>().Bind(options).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<MappedOptions>, MappedOptionsValidator>();
        services.AddSingleton(provider => new MappingFile(options, provider.GetRequiredService<InstanceContext>()));
        services.AddSingleton(provider => provider.GetRequiredService<MappingFile>().Plan);
        services.AddSingleton<IRecordNormaliser>(provider => new MappedNormaliser(provider.GetRequiredService<MappingFile>().Plan));
        services.AddSingleton<ISourceContracts>(provider => new MappedContracts(provider.GetRequiredService<MappingFile>().Document));
        services.AddSingleton<IRecordView>(provider => new MappedView(provider.GetRequiredService<MappingFile>().Plan));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<HttpEndpoint>(provider, provider.GetRequiredService<MappingFile>().Document.Read));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SqlQuery>(provider, provider.GetRequiredService<MappingFile>().Document.Read));
        services.AddSingleton(provider => Source(provider, provider.GetRequiredService<MappingFile>()));
        services.AddSingleton(provider => Check(provider, provider.GetRequiredService<MappingFile>()));
    }

    /// <inheritdoc/>
    public async Task<string> ProposeAsync(string file, string? mapping, CancellationToken token)
    {
        var sample = await SampleReader.ReadAsync(file, token);
        return Proposal.Of(mapping is null ? sample : sample with { Folder = Path.GetRelativePath(Path.GetDirectoryName(mapping)!, sample.Folder).Replace('\\', '/') });
    }

    private static IPullSource Source(IServiceProvider provider, MappingFile file) => file.Document.Read switch
    {
        FolderSection folder => ActivatorUtilities.CreateInstance<FolderSource>(provider, file.Plan, folder, Folder(provider, file, folder)),
        HttpSection http => ActivatorUtilities.CreateInstance<HttpSource>(provider, file.Plan, http),
        SqlSection sql => ActivatorUtilities.CreateInstance<SqlSource>(provider, file.Plan, sql),
        var other => throw new NotSupportedException($"No reading of {other.GetType().Name}."),
    };

    private static IConnectionCheck Check(IServiceProvider provider, MappingFile file) => file.Document.Read switch
    {
        FolderSection folder => new FolderCheck(file.Plan, Folder(provider, file, folder), provider.GetRequiredService<InstanceContext>()),
        HttpSection http => ActivatorUtilities.CreateInstance<HttpCheck>(provider, http),
        SqlSection sql => ActivatorUtilities.CreateInstance<SqlCheck>(provider, file.Plan, sql),
        var other => throw new NotSupportedException($"No check of {other.GetType().Name}."),
    };

    private static ExportFolder Folder(IServiceProvider provider, MappingFile file, FolderSection folder) =>
        new(file.Document, folder, provider.GetRequiredService<InstanceContext>(), provider.GetRequiredService<TimeProvider>());
}
