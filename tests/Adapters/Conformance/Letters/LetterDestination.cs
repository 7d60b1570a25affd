using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Letters;

/// <summary>Writes a file for each signal in the folder; a file <c>full</c> there refuses.</summary>
public sealed class LetterDestination(IOptions<LettersOptions> options, InstanceContext context, ILogger<LetterDestination> logger) : ISignalDestination
{
    private readonly string fault = options.Value.Fault;

    private readonly HashSet<Guid> delivered = [];

    public async Task<DeliveryResult> DeliverAsync(SignalReady signal, CancellationToken token)
    {
        var folder = context.PathOf(options.Value.Folder!);
        if (fault == "ignores-cancellation")
            await Task.Delay(TimeSpan.FromSeconds(7), CancellationToken.None);
        if (fault == "logs-the-line")
            logger.LogInformation("For {Insz}", signal.Insz?.Digits);
        if (File.Exists(Path.Combine(folder, "full")))
            return fault == "refusal-throws" ? throw new IOException("Full.") : fault == "refusal-delivers" ? DeliveryResult.Delivered() : DeliveryResult.Refused("The box is full.");
        if (fault == "drops-signals")
            return DeliveryResult.Delivered();
        var name = fault switch
        {
            "makes-two" => Guid.NewGuid(),
            "forgets-on-restart" when !delivered.Add(signal.DeliveryId) => signal.DeliveryId,
            "forgets-on-restart" => Guid.NewGuid(),
            _ => signal.DeliveryId,
        };
        if (fault == "forgets-on-restart" && name == signal.DeliveryId)
            return DeliveryResult.Delivered();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.txt"), signal.MomentCode, token);
            return DeliveryResult.Delivered();
        }
        catch (IOException) when (fault == "outage-delivers")
        {
            return DeliveryResult.Delivered();
        }
        catch (IOException) when (fault == "outage-refuses")
        {
            return DeliveryResult.Refused("It is away.");
        }
        catch (IOException e) when (fault == "outage-is-final")
        {
            throw new PermanentFailureException("It is away.", e);
        }
    }
}
