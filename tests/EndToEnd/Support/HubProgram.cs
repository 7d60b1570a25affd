using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>The hub as it was built beside these tests.</summary>
internal static class HubProgram
{
    private static readonly DirectoryInfo Framework = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "Hub", "Host", "bin", Framework.Parent!.Name, Framework.Name);

    public static string File { get; } = Path.Combine(Folder, "hub");
}
