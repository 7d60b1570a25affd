using IntegrationHub.Adapters.Sdk;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace IntegrationHub.Adapters.Queue;

/// <summary>What the broker's answer means for the delivery, with what a person can do. Its own texts are not repeated: they may name a user or an address. Pure.</summary>
public static class BrokerAnswer
{
    private static readonly TimeSpan WhileItIsMended = TimeSpan.FromMinutes(1);

    /// <summary>One of the exceptions of <see cref="ISignalDestination"/>.</summary>
    public static Exception Read(Exception exception, QueueOptions options) => exception switch
    {
        PublishException { IsReturn: true } => new RetryLaterException(
            WhileItIsMended,
            options.Declare
                ? $"The queue '{options.Queue}' was removed: the next attempt makes it again. Ask its owner whether somebody reads it."
                : $"There is no queue '{options.Queue}' in this virtual host: ask its owner to make it, or set 'declare' to true."),
        PublishException => new RetryLaterException(
            WhileItIsMended, $"The queue '{options.Queue}' takes no more: its owner must read it, or widen its limit."),
        OperationInterruptedException { ShutdownReason.ReplyCode: Constants.PreconditionFailed } => new PermanentFailureException(
            $"The queue '{options.Queue}' is there with other properties than 'declare' would give it: set 'declare' to false, or 'queueType' to what it is."),
        OperationInterruptedException { ShutdownReason.ReplyCode: Constants.AccessRefused } => new PermanentFailureException(
            $"The broker does not let this user {(options.Declare ? "make or fill" : "fill")} the queue '{options.Queue}': ask its owner for the permission to write to the default exchange{(options.Declare ? " and to configure the queue" : "")}."),
        _ when Find<AuthenticationFailureException>(exception) is not null => new PermanentFailureException(
            $"The broker refuses the user or password behind '{options.Uri}': ask its owner for the right ones."),
        _ when Find<OperationInterruptedException>(exception) is { ShutdownReason.ReplyCode: Constants.NotAllowed } => new PermanentFailureException(
            $"The broker does not let this user into the virtual host behind '{options.Uri}', or it has none of that name: ask its owner."),
        _ => new IOException($"The broker was not reached or failed. Check the address behind '{options.Uri}', the certificate and the firewall.", exception),
    };

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        while (exception is not (null or T))
            exception = exception.InnerException;
        return (T?)exception;
    }
}
