using IntegrationHub.Host.Configuration;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Doors;

/// <summary>What is valid and may not be meant so: a connection or a file of keys that others can read, a caller that cannot come in.</summary>
internal static class DoorWarnings
{
    public static IReadOnlyList<string> Of(HubConfiguration configuration, DateTimeOffset now) => [.. Transport(configuration), .. Keys(configuration.Keys), .. Callers(configuration, now)];

    private static IEnumerable<string> Transport(HubConfiguration configuration)
    {
        if (configuration.Bus.Uri is { Scheme: "amqp", IsLoopback: false })
            yield return "bus.uri: RabbitMQ is on another machine and nothing is encrypted, its password neither. Use amqps, with bus.tls.ca where its certificate is of an authority of your own.";
        if (configuration.Store.IsPostgres && PostgresTransport.IsOpenToOthers(configuration.Store.Location))
            yield return "store.connection: PostgreSQL is on another machine and not verified to be the one that is meant (Require verifies nothing, VerifyCA not its name). Add SSL Mode=VerifyFull, with Root Certificate=PATH where it is of an authority of your own.";
        if (configuration.Otlp is { Scheme: "http", IsLoopback: false })
            yield return "telemetry.otlp: the collector is on another machine and nothing is encrypted. Use https, or a collector on this machine that passes it on.";
        foreach (var url in configuration.Urls.Split(';').Where(IsOpenToOthers))
            yield return $"http.urls: {url.Trim()} takes keys and records unencrypted from other machines. Use https with http.tls, or listen on 127.0.0.1 behind a proxy on this machine that does.";
    }

    private static IEnumerable<string> Keys(KeyConfiguration keys)
    {
        if (!OperatingSystem.IsWindows() && keys is { AreNew: false, File: { } file } && (File.GetUnixFileMode(file) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite)) != UnixFileMode.None)
            yield return $"{file}: every account of this machine can read or change the keys, and open with them whatever names a citizen. chmod 600 {file}";
    }

    private static bool IsOpenToOthers(string url) =>
        url.Trim().StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !(Uri.TryCreate(url.Trim(), UriKind.Absolute, out var read) && read.IsLoopback);

    private static IEnumerable<string> Callers(HubConfiguration configuration, DateTimeOffset now)
    {
        foreach (var caller in configuration.Callers)
        {
            if (caller.Keys.All(key => key.Until <= now))
                yield return $"callers ({caller.Id}): {(caller.Keys.Count == 0 ? "has no key" : "every key ended")}, so that it cannot come in. See hub callers new-key, or remove it.";
            else if (caller.Keys.Any(key => key.Until <= now))
                yield return $"callers ({caller.Id}): key {caller.Keys.First(key => key.Until <= now).Shown}... ended. Remove it.";
        }
    }
}
