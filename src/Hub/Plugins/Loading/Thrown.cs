using System.Data.Common;
using System.Net.Sockets;
using System.Reflection;

namespace IntegrationHub.Plugins.Loading;

/// <summary>Says what was thrown without repeating its message, which may hold anything: personal data, a row, a path, a secret.</summary>
public static class Thrown
{
    /// <summary>The exception's type and that of its causes, with what is known to be harmless: a missing library, an HTTP status, a socket error, an SQL state.</summary>
    public static string Describe(Exception exception)
    {
        var chain = new List<string>();
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (e is TargetInvocationException && e.InnerException is not null)
                continue;
            chain.Add(e.GetType().FullName + Detail(e));
        }

        return string.Join(", caused by ", chain);
    }

    private static string Detail(Exception e) => e switch
    {
        FileNotFoundException { FileName: { } file } => $" ({Path.GetFileName(file)})",
        FileLoadException { FileName: { } file } => $" ({Path.GetFileName(file)})",
        HttpRequestException { StatusCode: { } status } => $" ({(int)status})",
        SocketException socket => $" ({socket.SocketErrorCode})",
        DbException { SqlState: { } state } => $" ({state})",
        TypeLoadException { TypeName.Length: > 0 } load => $" ({load.TypeName})",
        _ => "",
    };
}
