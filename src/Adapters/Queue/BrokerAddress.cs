using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Queue;

/// <summary>The broker's address, from its secret. No message repeats it: it holds a password.</summary>
public static class BrokerAddress
{
    /// <summary>Opened for each connection, so that a rotated file counts without a restart.</summary>
    /// <exception cref="PermanentFailureException">Nothing is behind the reference, or no address that will do.</exception>
    public static Uri Open(ISecrets secrets, QueueOptions options)
    {
        var text = secrets.Open(options.Uri);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("amqp" or "amqps") || address.Host.Length == 0)
            throw new PermanentFailureException($"What is behind '{options.Uri}' is no address of a broker; put amqps://user:password@host/vhost there.");
        if (!address.UserInfo.Contains(':'))
            throw new PermanentFailureException($"The address behind '{options.Uri}' names no user and password; put amqps://user:password@host/vhost there.");
        if (address.Scheme == "amqp" && !address.IsLoopback && !options.AllowInsecure)
        {
            throw new PermanentFailureException(
                $"The address behind '{options.Uri}' is amqp to another machine, which sends personal data readable over the network; use amqps, or set 'allowInsecure' to true where the network itself is encrypted.");
        }

        return address;
    }
}
