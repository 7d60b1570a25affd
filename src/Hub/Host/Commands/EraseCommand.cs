using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Erasure;
using IntegrationHub.Storage.Erasure;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub erase</c>: everything that the hub knows of one citizen, at her request.</summary>
internal static class EraseCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var citizen = new Option<string?>("--citizen") { Description = "Her reference. Without it her INSZ is read from standard input, so that it stands in no list of processes and in no history.", HelpName = "REF" };
        citizen.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !Guid.TryParse(text, out _))
                result.AddError("--citizen: expected a reference as 'hub audit' shows it, never an INSZ. An INSZ goes in by standard input.");
        });
        var because = CliOptions.Because();
        var command = new Command(
            "erase",
            """
            Erase what the hub knows of one citizen: facts, moments, signals, deliveries, quarantined records, and the way from her INSZ to her reference.

            With an INSZ quarantine and what sources remember are searched also when there is no fact about her. The audit log stays, and gains an entry; a list outside the database tells a
            restore whom to erase again. What partners received is theirs: the command names them, so that they can be told.
            A source that sends the same records again brings nothing back; one that sends a new version of a record does. Needs the permission erase.
            """) { config, citizen, because, json };
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(
            parsed.GetRequiredValue(config), hub => EraseAsync(hub, parsed.GetValue(citizen), parsed.GetRequiredValue(because).Trim(), parsed.GetValue(json), token), token));
        return command;
    }

    private static async Task<int> EraseAsync(HubServices hub, string? reference, string because, bool json, CancellationToken token)
    {
        var actor = hub.Administrators.Require(Permission.Erase);
        Insz? insz = null;
        if (reference is null)
        {
            insz = await InszInput.ReadAsync(token);
            if (insz is null)
            {
                await Console.Error.WriteLineAsync($"{InszInput.Expected}, or a reference with --citizen.");
                return ExitCode.WrongUse;
            }
        }

        var now = TimeProvider.System.GetUtcNow();
        var found = await CitizenToErase.FindAsync(hub, reference is null ? null : CitizenRef.Parse(reference), insz, token);
        ErasedCitizen? erased = null;
        if (found is not null && await found.IsAnythingAsync(hub, token))
        {
            // First: who is on the list and not erased is erased by a restore or when a hub starts, who is erased and not on it comes back by one.
            hub.Erasures.Add(new ListedErasure(now, found.References));
            erased = await found.EraseAsync(hub, actor, because, now, token);
        }

        if (erased is null)
        {
            await Console.Error.WriteLineAsync("The hub knows nobody by that.");
            return ExitCode.Failed;
        }

        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(erased, JsonSerializerOptions.Web));
            return ExitCode.Done;
        }

        Console.WriteLine(
            $"Erased: {Number.Of(erased.Facts, "version", "versions")} of facts, {Number.Of(erased.Moments, "moment", "moments")}, {Number.Of(erased.Signals, "signal", "signals")}, {Number.Of(erased.Deliveries, "delivery", "deliveries")}, "
            + $"{Number.Of(erased.Quarantined, "quarantined record", "quarantined records")}. In {Number.Of(erased.Replaced, "version", "versions")} of facts about others somebody unknown took the place.");
        Console.WriteLine(erased.Recipients.Count == 0
            ? "No partner received anything about this citizen."
            : $"These partners received something, and what they have is theirs: tell them. {string.Join(", ", erased.Recipients)}");
        return ExitCode.Done;
    }
}
