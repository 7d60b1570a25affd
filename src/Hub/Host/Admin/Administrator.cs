namespace IntegrationHub.Host.Admin;

/// <summary>Somebody who keeps the hub running, and what she may.</summary>
/// <param name="User">Her account on the machine.</param>
/// <param name="May">What she may; nothing else.</param>
internal sealed record Administrator(string User, IReadOnlySet<Permission> May)
{
    /// <summary>As the audit log names her.</summary>
    public string Actor => ActorOf(User);

    public static string ActorOf(string user) => $"administrator:{user}";
}
