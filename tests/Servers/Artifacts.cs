namespace IntegrationHub.Tests.Servers;

/// <summary>Where tests leave what a person may want to look at: <c>artifacts/</c>, or what HUB_TEST_ARTIFACTS names.</summary>
public static class Artifacts
{
    public static string Folder { get; } = Make(
        Environment.GetEnvironmentVariable("HUB_TEST_ARTIFACTS") is { Length: > 0 } named ? named : Path.Combine(Repository.Root, "artifacts"));

    public static string Pictures { get; } = Make(Path.Combine(Folder, "pictures"));

    static string Make(string folder) => Directory.CreateDirectory(folder).FullName;
}
