using System.Globalization;
using IntegrationHub.Adapters.Magda.Requests;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Rounds;

/// <summary>Remembers whom this source registered at MAGDA, and until when.</summary>
internal sealed class Registrations(ISourceState state, RequestWriter writer, MagdaOptions options)
{
    public async Task<bool> IsRememberedAsync(Insz citizen, CancellationToken token) => await state.GetAsync(Key(citizen), token) is not null;

    public async Task<bool> IsCurrentAsync(Insz citizen, CancellationToken token) =>
        DateOnly.TryParseExact(await state.GetAsync(Key(citizen), token), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) && until >= writer.Today;

    /// <summary>Until when a registration that is asked today runs.</summary>
    public DateOnly Until => writer.Today.AddDays(options.RegistrationDays);

    public Task RememberAsync(Insz citizen, DateOnly until, CancellationToken token) =>
        state.SetAsync(Key(citizen), until.ToString("O", CultureInfo.InvariantCulture), token);

    public Task ForgetAsync(Insz citizen, CancellationToken token) => state.SetAsync(Key(citizen), null, token);

    private static string Key(Insz citizen) => "registered/" + citizen.Digits;
}
