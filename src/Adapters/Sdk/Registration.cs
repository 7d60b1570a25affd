using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IntegrationHub.Adapters.Sdk;

/// <summary>What most adapters register, in one call from <see cref="IAdapter.Register"/>.</summary>
public static class Registration
{
    /// <summary>
    /// Registers a source under each interface of this Sdk that it implements (<see cref="IPullSource"/>, <see cref="IPushSource"/>, <see cref="IConnectionCheck"/>), its normaliser, and its
    /// options: bound to <paramref name="options"/>, checked by their data annotations before anything starts.
    /// </summary>
    /// <typeparam name="TSource">The source; one instance serves all its interfaces.</typeparam>
    /// <typeparam name="TNormaliser">Its normaliser.</typeparam>
    /// <typeparam name="TOptions">What an administrator sets; ask for <c>IOptions&lt;TOptions&gt;</c> in a constructor.</typeparam>
    /// <param name="services">As given to <see cref="IAdapter.Register"/>.</param>
    /// <param name="options">As given to <see cref="IAdapter.Register"/>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddSource<TSource, TNormaliser, TOptions>(this IServiceCollection services, IConfiguration options)
        where TSource : class
        where TNormaliser : class, IRecordNormaliser
        where TOptions : class =>
        services.AddWithOptions<TSource, TOptions>(options).AddSingleton<IRecordNormaliser, TNormaliser>();

    /// <summary>Registers a destination, under <see cref="IConnectionCheck"/> too where it implements that, and its options: see <see cref="AddSource"/>.</summary>
    /// <typeparam name="TDestination">The destination.</typeparam>
    /// <typeparam name="TOptions">What an administrator sets; ask for <c>IOptions&lt;TOptions&gt;</c> in a constructor.</typeparam>
    /// <param name="services">As given to <see cref="IAdapter.Register"/>.</param>
    /// <param name="options">As given to <see cref="IAdapter.Register"/>.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddDestination<TDestination, TOptions>(this IServiceCollection services, IConfiguration options)
        where TDestination : class, ISignalDestination
        where TOptions : class =>
        services.AddWithOptions<TDestination, TOptions>(options);

    private static IServiceCollection AddWithOptions<TService, TOptions>(this IServiceCollection services, IConfiguration options)
        where TService : class
        where TOptions : class
    {
        services.AddOptions<TOptions>().Bind(options).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<TService>();
        foreach (var offered in new[] { typeof(IPullSource), typeof(IPushSource), typeof(ISignalDestination), typeof(IConnectionCheck) }.Where(one => one.IsAssignableFrom(typeof(TService))))
            services.AddSingleton(offered, all => all.GetRequiredService<TService>());
        return services;
    }
}
