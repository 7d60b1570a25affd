namespace IntegrationHub.Adapters.Sdk;

/// <summary>Retrying cannot help until a person changes something: credentials refused, no legal context, an endpoint that is gone.</summary>
public sealed class PermanentFailureException : Exception
{
    /// <summary>Stops the run (or the delivery) and shows the reason to the administrator.</summary>
    /// <param name="reason">What is wrong and what to do, without personal data.</param>
    /// <param name="innerException">What caused it, when something was thrown.</param>
    public PermanentFailureException(string reason, Exception? innerException = null)
        : base(reason, innerException)
    {
    }
}
