using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace IntegrationHub.Tests.Servers;

/// <summary>Debian's newest PostgreSQL as a private cluster: own data, own port on loopback, own password.</summary>
public sealed class PostgresServer : IServer
{
    const string User = "hub";

    static readonly string Programs = FindPrograms();

    readonly ServerFolder _folder = new("postgres", "postgres");
    readonly PostgresOptions _options;
    readonly int _port = Ports.Free(1)[0];
    readonly string _password = RandomNumberGenerator.GetHexString(20, lowercase: true);
    ServerProcess? _process;

    PostgresServer(PostgresOptions options) => _options = options;

    public string LogFile => _folder.File("server.log");

    public bool IsRunning => _process is { HasExited: false };

    public static Task<PostgresServer> StartAsync(CancellationToken token = default) => StartAsync(new PostgresOptions(), token);

    public static async Task<PostgresServer> StartAsync(PostgresOptions options, CancellationToken token = default) =>
        await FirstStart.OfAsync(() => new PostgresServer(options), s => s.PrepareAsync(token), token);

    /// <summary>Makes a fresh empty database, cheap enough for each test to have its own, and returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string? name = null, CancellationToken token = default)
    {
        name ??= $"hub_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres", pooling: false));
        await connection.OpenAsync(token);
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" TEMPLATE template0";
        await command.ExecuteNonQueryAsync(token);
        return ConnectionString(name, pooling: true);
    }

    public async Task StartAgainAsync(CancellationToken token = default)
    {
        if (IsRunning)
            return;
        if (_process is not null)
            await _process.DisposeAsync();
        _process = ServerProcess.Start(_folder, LogFile,
        [
            Path.Combine(Programs, "postgres"), "-D", _folder.File("data"),
            "-c", $"port={_port}", "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={_folder.Path}",
            "-c", "max_connections=500", "-c", $"fsync={(_options.Fsync ? "on" : "off")}",
            .. _options.Tls is null ? [] : new[] { "-c", "ssl=on", "-c", $"ssl_cert_file={_folder.File("server.pem")}", "-c", $"ssl_key_file={_folder.File("server.key")}" },
        ]);
        await Waiting.UntilAsync(ServesAsync, _process, LogFile, token);
    }

    public async Task StopAsync(CancellationToken token = default)
    {
        if (!IsRunning)
            return;
        await _process!.SignalAsync("INT", token);
        await _process.WaitForExitAsync(token);
    }

    public Task KillAsync(CancellationToken token = default) => _process?.KillAsync(token) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Delete();
    }

    async Task PrepareAsync(CancellationToken token)
    {
        await File.WriteAllTextAsync(_folder.File("password"), _password, token);
        if (_options.Tls is { } authority)
            await authority.WriteForServerAsync(_folder.Path, token);
        await _folder.HandOverAsync(token);
        await Command.RunAsync(
        [
            .. _folder.RunAsOwner, Path.Combine(Programs, "initdb"), "-D", _folder.File("data"), "-U", User, "--pwfile", _folder.File("password"),
            "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync", "--no-instructions",
        ], token);
    }

    async Task<bool> ServesAsync(CancellationToken token)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString("postgres", pooling: false));
            await connection.OpenAsync(token);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    string ConnectionString(string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = User,
        Password = _password,
        Database = database,
        Pooling = pooling,
    }.ConnectionString;

    static string FindPrograms()
    {
        const string Installed = "/usr/lib/postgresql";
        var versions = Directory.Exists(Installed) ? Directory.GetDirectories(Installed) : [];
        return versions.Select(v => Path.Combine(v, "bin"))
                .Where(b => File.Exists(Path.Combine(b, "initdb")))
                .MaxBy(b => double.Parse(Path.GetFileName(Path.GetDirectoryName(b)!), CultureInfo.InvariantCulture))
            ?? throw new ServerFailedException("PostgreSQL is not installed: apt-get install postgresql");
    }
}
