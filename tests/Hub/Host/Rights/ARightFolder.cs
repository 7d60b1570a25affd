using IntegrationHub.Host.Rights;

namespace IntegrationHub.Host.Tests.Rights;

/// <summary>A folder of rights for the time of one test.</summary>
internal sealed class ARightFolder : IDisposable
{
    public const string Right = """
        name: { nl: Een recht, en: A right }
        authority: OCMW
        link: https://www.vlaanderen.be/een
        grant: own-request
        steps: { nl: [ Vraag het. ], en: [ Ask. ] }

        """;

    private readonly string root = Directory.CreateTempSubdirectory("hub-rights-").FullName;

    public ARightFolder() => Directory.CreateDirectory(Folder);

    public string Folder => Path.Combine(root, "rights");

    public ARightFolder With(string file, string text)
    {
        File.WriteAllText(Path.Combine(Folder, file), text);
        return this;
    }

    public RightReading Read() => RightFolder.Read(Folder);

    public void Dispose() => Directory.Delete(root, recursive: true);
}
