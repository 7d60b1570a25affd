using System.Net;
using Npgsql;

namespace IntegrationHub.Storage;

/// <summary>Whether what goes to PostgreSQL can be read, or answered by somebody else, on the way.</summary>
public static class PostgresTransport
{
    /// <summary>False when the connection string cannot be read at all.</summary>
    public static bool IsConnectionString(string connection) => Read(connection) is not null;

    /// <summary>Whether the server is on another machine and is not verified to be the one that is meant: VerifyCA takes whatever its authority issued, whoever has it.</summary>
    public static bool IsOpenToOthers(string connection) => Read(connection) is { } read
        && read.SslMode is not SslMode.VerifyFull
        && (read.Host ?? "").Split(',').Any(host => !IsThisMachine(host.Trim()));

    private static bool IsThisMachine(string host) =>
        // A socket in the file system, as /var/run/postgresql; or an address of loopback, with its port.
        host.Length == 0 || host[0] is '/' or '@' || host.Split(':')[0] == "localhost" || host == "::1" || (IPAddress.TryParse(host.Split(':')[0], out var address) && IPAddress.IsLoopback(address));

    private static NpgsqlConnectionStringBuilder? Read(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }
}
