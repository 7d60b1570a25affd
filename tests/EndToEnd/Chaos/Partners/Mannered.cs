namespace IntegrationHub.EndToEnd.Tests.Chaos.Partners;

/// <summary>How all partners send at the moment, and how often something went out so.</summary>
internal sealed class Mannered
{
    private int sent;
    private volatile Manner current;

    public Manner Current => current;

    public int Sent => Volatile.Read(ref sent);

    public void Begin(Manner manner)
    {
        Volatile.Write(ref sent, 0);
        current = manner;
    }

    /// <summary>The manner of what goes out now.</summary>
    public Manner Take()
    {
        var taken = current;
        if (taken != Manner.Plain)
            Interlocked.Increment(ref sent);
        return taken;
    }
}
