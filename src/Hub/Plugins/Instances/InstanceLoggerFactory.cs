using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Instances;

/// <summary>
/// The host's loggers with the instance's id behind the category, so that two sources of one plugin can be told apart; behind it, because filters go by the front of a category.
/// </summary>
sealed class InstanceLoggerFactory(ILoggerFactory host, string instanceId) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => host.CreateLogger($"{categoryName}[{instanceId}]");

    // Where logs go is the host's choice: a plugin that brings a provider of its own is not heard.
    public void AddProvider(ILoggerProvider provider)
    {
    }

    // The host owns the inner factory.
    public void Dispose()
    {
    }
}
