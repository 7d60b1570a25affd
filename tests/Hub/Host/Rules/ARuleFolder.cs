using IntegrationHub.Host.Rules;

namespace IntegrationHub.Host.Tests.Rules;

/// <summary>A folder of rules for the time of one test.</summary>
internal sealed class ARuleFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("hub-rules-").FullName;

    public ARuleFolder() => Directory.CreateDirectory(Folder);

    public string Folder => Path.Combine(root, "rules");

    public ARuleFolder With(string file, string text)
    {
        File.WriteAllText(Path.Combine(Folder, file), text);
        return this;
    }

    public RuleReading Read(params string[] rights) => RuleFolder.Read(Folder, rights);

    public void Dispose() => Directory.Delete(root, recursive: true);
}
