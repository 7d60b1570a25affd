using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;

namespace IntegrationHub.Host.Commands;

/// <summary>Opens the hub of a configuration folder, or prints every error in it.</summary>
internal static class OpenedHub
{
    public static async Task<HubServices?> OpenAsync(string folder, IReadOnlyDictionary<string, string?>? overrides, ILoggerFactory loggers, TimeProvider time)
    {
        var (configuration, errors) = HubConfigurationReader.Read(folder, overrides);
        if (configuration is null)
        {
            Print(errors);
            return null;
        }

        var (hub, optionErrors) = await HubServices.CreateAsync(configuration, loggers, time, overrides);
        if (optionErrors.Count == 0)
            return hub;
        Print(optionErrors);
        await hub.DisposeAsync();
        return null;
    }

    /// <summary>As <see cref="WithStoreOnlyAsync"/> for a command that looks, or has nothing to do where nothing is: it neither makes a store nor brings one up to date, which a hub of another version may be using.</summary>
    public static Task<int> WithExistingStoreAsync(string folder, Func<HubServices, Task<int>> command, CancellationToken token) => WithClosedStoreAsync(
        folder,
        async hub =>
        {
            await hub.OpenExistingStoreAsync(token);
            return await command(hub);
        });

    /// <summary>Runs a command on the hub of a configuration folder, its store open and nothing started.</summary>
    public static Task<int> WithStoreAsync(string folder, Func<HubServices, Task<int>> command, CancellationToken token) => WithStoreAsync(folder, looksOnly: false, command, token);

    /// <summary>As the other, without making a store or bringing one up to date for who only looks.</summary>
    public static async Task<int> WithStoreAsync(string folder, bool looksOnly, Func<HubServices, Task<int>> command, CancellationToken token)
    {
        using var loggers = HubLogging.Create(LogLevel.Error);
        await using var hub = await OpenAsync(folder, null, loggers, TimeProvider.System);
        if (hub is null)
            return ExitCode.Failed;
        if (looksOnly)
            await hub.OpenExistingStoreAsync(token);
        else
            await hub.OpenStoreAsync(token);
        return await command(hub);
    }

    /// <summary>As <c>WithStoreAsync</c> without any source or destination: their options are for the hub that runs to judge, which has its own environment.</summary>
    public static Task<int> WithStoreOnlyAsync(string folder, Func<HubServices, Task<int>> command, CancellationToken token) => WithClosedStoreAsync(
        folder,
        async hub =>
        {
            await hub.OpenStoreAsync(token);
            return await command(hub);
        });

    /// <summary>As <see cref="WithStoreOnlyAsync"/>, and nothing is made where no store is.</summary>
    public static async Task<int> WithClosedStoreAsync(string folder, Func<HubServices, Task<int>> command)
    {
        using var loggers = HubLogging.Create(LogLevel.Error);
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        if (configuration is null)
        {
            Print(errors);
            return ExitCode.Failed;
        }

        await using var hub = HubServices.WithStoreOnly(configuration, loggers, TimeProvider.System);
        return await command(hub);
    }

    public static void Print(IReadOnlyList<string> errors)
    {
        Console.Error.WriteLine(errors.Count == 1 ? "The configuration has an error; nothing was started." : $"The configuration has {errors.Count} errors; nothing was started.");
        foreach (var error in errors)
            Console.Error.WriteLine($"  {error}");
    }
}
