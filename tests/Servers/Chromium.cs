namespace IntegrationHub.Tests.Servers;

/// <summary>Debian's browser, for Microsoft.Playwright.</summary>
public static class Chromium
{
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>For a browser that may run as root, in a container with little shared memory, on a machine without a display.</summary>
    public static IReadOnlyList<string> Arguments { get; } = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"];

    public static string ExecutablePath => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin")
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("Chromium is not installed: apt-get install chromium");
}
