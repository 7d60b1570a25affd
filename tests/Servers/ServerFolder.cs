namespace IntegrationHub.Tests.Servers;

/// <summary>A temporary folder that belongs to the server's own user when we are root: neither server runs as root.</summary>
internal sealed class ServerFolder
{
    readonly string? _owner;

    public ServerFolder(string name, string user)
    {
        _owner = string.Equals(Environment.UserName, "root", StringComparison.Ordinal) ? user : null;
        Path = Directory.CreateTempSubdirectory($"hub-{name}-").FullName;
    }

    public string Path { get; }

    /// <summary>
    /// What to put before a command, so that it runs as the owner and dies with the process that started it.
    /// The kernel watches the thread that forked, and .NET's pool threads retire: only a single-threaded parent, our guard, may rely on it.
    /// </summary>
    public string[] RunAsOwner => _owner is null
        ? ["setpriv", "--pdeathsig", "KILL"]
        : ["setpriv", "--reuid", _owner, "--regid", _owner, "--init-groups", "--pdeathsig", "KILL"];

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public async Task HandOverAsync(CancellationToken token)
    {
        await Command.RunAsync(["chmod", "-R", "go=", Path], token);
        if (_owner is not null)
            await Command.RunAsync(["chown", "-R", $"{_owner}:", Path], token);
    }

    public void Delete()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
