using System.Text;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Queue;

/// <summary>Finds every mistake in the options at once, the secret included, before anything starts.</summary>
public sealed class QueueOptionsValidator(ISecrets secrets) : IValidateOptions<QueueOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, QueueOptions options)
    {
        string[] failures = [.. UriFailures(options), .. QueueFailures(options), .. NumberFailures(options)];
        return failures.Length > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> QueueFailures(QueueOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Queue))
            yield return "queue: missing; put the name of the queue that the partner reads.";
        else if (Encoding.UTF8.GetByteCount(options.Queue) > 255)
            yield return "queue: longer than the 255 bytes that RabbitMQ allows; put a shorter name.";
        else if (options.Queue.StartsWith("amq.", StringComparison.Ordinal))
            yield return "queue: names that start with amq. belong to RabbitMQ itself; put another name.";
        if (options.QueueType is not ("quorum" or "classic"))
            yield return "queueType: expected quorum or classic; leave it out for quorum.";
    }

    private static IEnumerable<string> NumberFailures(QueueOptions options)
    {
        if (options.ExpireAfterHours is < 1 or > 8760)
            yield return $"expireAfterHours: {options.ExpireAfterHours} is outside 1 to 8760; put a number of hours between them, or leave it out to keep signals until they are read.";
        if (options.TimeoutSeconds is < 5 or > 60)
            yield return $"timeoutSeconds: {options.TimeoutSeconds} is outside 5 to 60; put a number of seconds between them, or leave it out for 15.";
    }

    private IEnumerable<string> UriFailures(QueueOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Uri))
        {
            yield return "uri: missing; put a reference, such as \"env:PARTNER_QUEUE\", to amqps://user:password@host/vhost.";
            yield break;
        }

        if (Refusal(options) is { } refusal)
            yield return $"uri: {refusal}";
    }

    private string? Refusal(QueueOptions options)
    {
        try
        {
            BrokerAddress.Open(secrets, options);
            return null;
        }
        catch (PermanentFailureException e)
        {
            return e.Message;
        }
    }
}
