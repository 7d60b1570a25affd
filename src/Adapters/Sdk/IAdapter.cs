using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Adapters.Sdk;

/// <summary>
/// The entry type of a plugin, named in its <c>adapter.json</c>; it needs a public constructor without parameters. The host calls <see cref="Register"/> once for each
/// configured source or destination, each with a service provider of its own.
/// </summary>
public interface IAdapter
{
    /// <summary>
    /// Registers what this plugin offers: a source (<see cref="IPullSource"/> or <see cref="IPushSource"/>, and an <see cref="IRecordNormaliser"/>) or an
    /// <see cref="ISignalDestination"/>, and optionally an <see cref="IConnectionCheck"/> and, for a source, an <see cref="IRecordView"/>. Everything is a singleton for that source or destination.
    /// </summary>
    /// <param name="services">
    /// Holds already: <see cref="TimeProvider"/>, logging, <see cref="InstanceContext"/>, <see cref="ISecrets"/>, and for a source <see cref="ICaseload"/> and
    /// <see cref="ISourceState"/>.
    /// </param>
    /// <param name="options">
    /// The <c>options</c> of the source or destination in <c>hub.json</c>. Bind them with <c>services.AddOptions&lt;T&gt;().Bind(options).ValidateDataAnnotations().ValidateOnStart()</c>
    /// (or an <c>IValidateOptions</c>): the host runs every validation before anything starts and reports all errors at once.
    /// </param>
    void Register(IServiceCollection services, IConfiguration options);
}
