using System.Text.Json;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host.Admin;

/// <summary>Who may do with the hub what its command line does not let everybody do: <c>administrators</c> in <c>hub.json</c>. Nobody by default.</summary>
/// <param name="administrators">Those of the configuration.</param>
/// <param name="user">The account that this runs under; null for the one that really does.</param>
internal sealed class Administrators(IReadOnlyList<Administrator> administrators, string? user = null)
{
    private readonly string user = user ?? AccountOfCaller();

    /// <summary>Who runs this, as the audit log names her, whatever she may.</summary>
    public string Actor => Administrator.ActorOf(user);

    /// <summary>Gives who runs this, as the audit log names her.</summary>
    /// <exception cref="PermanentFailureException">She may not.</exception>
    public string Require(Permission permission)
    {
        if (user.Length == 0)
            throw new PermanentFailureException($"This needs the permission '{NameOf(permission)}', which belongs to an account, and the account that this runs under has no name. Run it as a user of this machine.");
        return administrators.Any(one => one.User == user && one.May.Contains(permission))
            ? Actor
            : throw new PermanentFailureException(
                $$"""The account '{{user}}' may not do this: it needs the permission '{{NameOf(permission)}}'. Who may change hub.json adds it there: "administrators": [ { "user": "{{user}}", "may": ["{{NameOf(permission)}}"] } ].""");
    }

    /// <summary>As <c>hub.json</c> names it.</summary>
    public static string NameOf(Permission permission) => JsonNamingPolicy.KebabCaseLower.ConvertName(permission.ToString());

    /// <summary>The account of the process, as the system knows it; under sudo the account that asked for it. Who is not root can put anything in SUDO_USER, so that it counts for root alone.</summary>
    private static string AccountOfCaller() =>
        Environment.IsPrivilegedProcess && Environment.GetEnvironmentVariable("SUDO_USER") is { Length: > 0 } asking ? asking : Environment.UserName;
}
