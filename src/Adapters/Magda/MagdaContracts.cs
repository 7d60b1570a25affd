using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda;

/// <summary>What this source gives with the options it has.</summary>
internal sealed class MagdaContracts(MagdaOptions options) : ISourceContracts
{
    public IReadOnlyCollection<string> Contracts { get; } = [.. Of(options).Select(FactContract.NameOf).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<Type> Of(MagdaOptions options)
    {
        var reads = options.Publications is not null;
        if (options.Asks)
            yield return typeof(CitizenIdentityReplaced);
        if (reads || options.GeefPersoon)
            yield return typeof(PersonChanged);
        if (reads || options.GeefGezinssamenstelling)
            yield return typeof(HouseholdChanged);
        if (reads || options.GeefWerkrelaties)
        {
            yield return typeof(EmploymentStarted);
            yield return typeof(EmploymentEnded);
        }

        if (reads || options.GeefSociaalStatuut || options.GeefLeefloonbedragen)
            yield return typeof(BenefitGranted);
        if (reads)
            yield return typeof(BenefitSuspended);
        if (options.GeefLeefloonbedragen)
            yield return typeof(BenefitEnded);

        if (options.Enterprises is not null)
            yield return typeof(BankruptcyDeclared);
    }
}
