namespace IntegrationHub.Storage.Rotation;

/// <summary>The store uses a key that this host does not have: it was rotated while this host could not hear of it. Nothing was written; it passes when the host has the key.</summary>
public sealed class UnknownKeyException : Exception
{
    /// <summary>An exception without a key.</summary>
    public UnknownKeyException()
    {
    }

    /// <summary>An exception that names the key by its id.</summary>
    public UnknownKeyException(string message)
        : base(message)
    {
    }

    /// <summary>As the other, with a cause.</summary>
    public UnknownKeyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
