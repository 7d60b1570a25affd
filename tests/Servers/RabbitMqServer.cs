using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Tests.Servers;

/// <summary>Debian's RabbitMQ as a private node: own ports, own data, own cookie, own epmd, with the management API.</summary>
public sealed class RabbitMqServer : IServer
{
    /// <summary>Else each clean stop waits five seconds for this handler, which asks a node that is stopping for its statistics.</summary>
    const string StopStatistics = "gen_event:delete_handler(rabbit_event, rabbit_mgmt_db_handler, []), ";

    readonly ServerFolder _folder = new("rabbitmq", "rabbitmq");
    readonly RabbitMqOptions _options;
    readonly int _amqpPort, _managementPort, _epmdPort, _nodePort;
    readonly string _cookie = RandomNumberGenerator.GetHexString(20);
    ServerProcess? _epmd;
    ServerProcess? _node;

    RabbitMqServer(RabbitMqOptions options)
    {
        _options = options;
        var ports = Ports.Free(4);
        (_amqpPort, _managementPort, _epmdPort, _nodePort) = (ports[0], ports[1], ports[2], ports[3]);
    }

    public string UserName { get; } = "hub";

    public string Password { get; } = RandomNumberGenerator.GetHexString(20, lowercase: true);

    public Uri AmqpUri => new($"{(_options.Tls is null ? "amqp" : "amqps")}://{UserName}:{Password}@127.0.0.1:{_amqpPort}");

    /// <summary>The management API is at <c>api/</c> below it.</summary>
    public Uri ManagementUri => new($"http://127.0.0.1:{_managementPort}/");

    public string LogFile => _folder.File("node.log");

    public bool IsRunning => _node is { HasExited: false };

    public static Task<RabbitMqServer> StartAsync(CancellationToken token = default) => StartAsync(new RabbitMqOptions(), token);

    public static async Task<RabbitMqServer> StartAsync(RabbitMqOptions options, CancellationToken token = default) =>
        await FirstStart.OfAsync(() => new RabbitMqServer(options), s => s.PrepareAsync(token), token);

    /// <summary>An HTTP client for the management API, signed in.</summary>
    public HttpClient CreateManagementClient()
    {
        var client = new HttpClient { BaseAddress = ManagementUri };
        var credentials = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{UserName}:{Password}"));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        return client;
    }

    public async Task StartAgainAsync(CancellationToken token = default)
    {
        if (IsRunning)
            return;
        if (_node is not null)
            await _node.DisposeAsync();
        _node = ServerProcess.Start(_folder, LogFile, ["/usr/lib/rabbitmq/bin/rabbitmq-server"], NodeEnvironment());
        await UntilServingAsync(token);
    }

    public async Task StopAsync(CancellationToken token = default)
    {
        if (!IsRunning)
            return;
        await EvaluateAsync(StopStatistics + "rabbit:stop(), init:stop().", token);
        await _node!.WaitForExitAsync(token);
    }

    /// <summary>
    /// SIGKILL: no goodbye to clients. Only the index of quorum queues is flushed first, as it is anyway a second after a queue is declared: RabbitMQ
    /// restarts a queue that is not in it without a leader, and without its messages, until somebody deletes it (rabbitmq-server issue 15725).
    /// </summary>
    public async Task KillAsync(CancellationToken token = default)
    {
        if (!IsRunning)
            return;
        await Command.TryAsync([.. ErlCall, "-e"], token, "[dets:sync(T) || T <- dets:all()].\n");
        await _node!.KillAsync(token);
    }

    /// <summary>
    /// Everything is gone: queues, exchanges, messages. Clients lose their connection, and find an empty broker with the same user and password.
    /// </summary>
    public async Task WipeAsync(CancellationToken token = default)
    {
        await EvaluateAsync(StopStatistics + "rabbit:stop(), rabbit_mnesia:force_reset(), rabbit:start().", token);
        await UntilServingAsync(token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_node is not null)
            await _node.DisposeAsync();
        if (_epmd is not null)
            await _epmd.DisposeAsync();
        _folder.Delete();
    }

    async Task PrepareAsync(CancellationToken token)
    {
        await File.WriteAllTextAsync(_folder.File("rabbitmq.conf"), Configuration(), token);
        await File.WriteAllTextAsync(_folder.File("enabled_plugins"), "[rabbitmq_management].", token);
        await File.WriteAllTextAsync(_folder.File("rabbitmq-env.conf"), "", token);
        await File.WriteAllTextAsync(_folder.File(".erlang.cookie"), _cookie, token);
        if (_options.Tls is { } authority)
            await authority.WriteForServerAsync(_folder.Path, token);
        await _folder.HandOverAsync(token);

        // Erlang would start this one itself, as a daemon that nobody ends.
        var port = _epmdPort.ToString(CultureInfo.InvariantCulture);
        _epmd = ServerProcess.Start(_folder, _folder.File("epmd.log"), ["epmd", "-port", port, "-address", "127.0.0.1"]);
        await Waiting.UntilAsync(t => Ports.AcceptsAsync(_epmdPort, t), _epmd, _folder.File("epmd.log"), token);
    }

    string Configuration() => $"""
        {Listener()}
        management.tcp.ip = 127.0.0.1
        management.tcp.port = {_managementPort}
        disk_free_limit.absolute = 1MB
        default_user = {UserName}
        default_pass = {Password}
        default_user_tags.administrator = true
        {(_options.ProductionDefaults ? "" : "collect_statistics_interval = 500")}

        """;

    string Listener() => _options.Tls is null ? $"listeners.tcp.1 = 127.0.0.1:{_amqpPort}" : $"""
        listeners.tcp = none
        listeners.ssl.1 = 127.0.0.1:{_amqpPort}
        ssl_options.cacertfile = {_folder.File("ca.pem")}
        ssl_options.certfile = {_folder.File("server.pem")}
        ssl_options.keyfile = {_folder.File("server.key")}
        ssl_options.verify = verify_peer
        ssl_options.fail_if_no_peer_cert = true
        """;

    Dictionary<string, string> NodeEnvironment() => new()
    {
        ["RABBITMQ_NODENAME"] = $"hub-{_amqpPort}@localhost",
        ["RABBITMQ_CONFIG_FILE"] = _folder.File("rabbitmq"),
        ["RABBITMQ_CONF_ENV_FILE"] = _folder.File("rabbitmq-env.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = _folder.File("enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = _folder.File("mnesia"),
        ["RABBITMQ_LOG_BASE"] = _folder.File("log"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_DIST_PORT"] = _nodePort.ToString(CultureInfo.InvariantCulture),
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-start_epmd false -kernel inet_dist_use_interface {127,0,0,1}"
            + (_options.ProductionDefaults ? "" : " +S 1:1 -rabbit quorum_tick_interval 500"),
        ["ERL_EPMD_PORT"] = _epmdPort.ToString(CultureInfo.InvariantCulture),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_CRASH_DUMP"] = "/dev/null",
        // Makes Debian's script become the node instead of waiting for it as a child.
        ["detached"] = "true",
    };

    async Task UntilServingAsync(CancellationToken token) => await Waiting.UntilAsync(
        async t => await Ports.AcceptsAsync(_amqpPort, t) && await Ports.AcceptsAsync(_managementPort, t) && await BrokerIsUpAsync(t),
        _node!, LogFile, token);

    async Task<bool> BrokerIsUpAsync(CancellationToken token)
    {
        var (exitCode, output) = await Command.TryAsync([.. ErlCall, "-a", "rabbit is_running []"], token);
        return exitCode == 0 && output is "true";
    }

    async Task EvaluateAsync(string expressions, CancellationToken token)
    {
        var output = await Command.RunAsync([.. ErlCall, "-e"], token, expressions + "\n");
        if (output is not "{ok, ok}")
            throw new ServerFailedException($"RabbitMQ answered '{output}' to '{expressions}'.");
    }

    // In milliseconds what takes rabbitmqctl a second or two.
    string[] ErlCall => ["erl_call", "-r", "-c", _cookie, "-address", $"127.0.0.1:{_nodePort}", "-timeout", "30"];
}
