using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace IntegrationHub.Adapters.Queue;

/// <summary>Connects and asks whether the queue is there; nothing is made and nothing is sent.</summary>
public sealed class QueueConnectionCheck(IOptions<QueueOptions> options, Broker broker) : IConnectionCheck
{
    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(CancellationToken token)
    {
        var queue = options.Value.Queue;
        try
        {
            uint waiting = 0, readers = 0;
            await broker.UseAsync(
                async (channel, either) =>
                {
                    var found = await channel.QueueDeclarePassiveAsync(queue, either);
                    (waiting, readers) = (found.MessageCount, found.ConsumerCount);
                },
                token);
            return new CheckResult(true, $"The queue '{queue}' is there: {waiting} signals wait, {readers} read it.");
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return options.Value.Declare
                ? new CheckResult(true, $"The broker answers; the queue '{queue}' is made with the first signal.")
                : new CheckResult(false, $"There is no queue '{queue}' in this virtual host: ask its owner to make it, or set 'declare' to true.");
        }
        catch (Exception e) when (e is TimeoutException or PermanentFailureException)
        {
            return new CheckResult(false, e.Message);
        }
        catch (Exception e) when (!token.IsCancellationRequested)
        {
            return new CheckResult(false, BrokerAnswer.Read(e, options.Value).Message);
        }
    }
}
