using System.Text;

namespace IntegrationHub.Adapters.Mapped.Tests.Guessing;

/// <summary>A file in a folder of its own, and the mapping that is proposed for it.</summary>
internal sealed class Guess : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guess-");

    public string Folder => folder.FullName;

    public async Task<string> OfAsync(string name, string text, Encoding? encoding = null)
    {
        var file = Path.Combine(Folder, name);
        await File.WriteAllBytesAsync(file, (encoding ?? new UTF8Encoding(false)).GetBytes(text), TestContext.Current.CancellationToken);
        return await new MappedAdapter().ProposeAsync(file, null, TestContext.Current.CancellationToken);
    }

    /// <summary>A mapping in the folder of the file, ready to read.</summary>
    public static MappedSource Read(string yaml, string folder) => new(yaml, new Dictionary<string, string?> { ["folder"] = folder });

    public void Dispose() => folder.Delete(recursive: true);
}
