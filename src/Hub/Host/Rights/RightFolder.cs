using IntegrationHub.Host.Rules;

namespace IntegrationHub.Host.Rights;

/// <summary>Reads a folder of rights, one a file: <c>rights/ID.yaml</c>.</summary>
internal static class RightFolder
{
    /// <summary>Its name in a configuration folder.</summary>
    public const string Name = "rights";

    /// <summary>The rights that come with the hub.</summary>
    public static string BuiltIn { get; } = Path.Combine(AppContext.BaseDirectory, Name);

    /// <summary>The folder whose rights count for a configuration folder: its own, else those that come with the hub.</summary>
    public static string Of(string configurationFolder) => YamlFolder.Of(configurationFolder, Name);

    /// <summary>Reads every right and tells every mistake at once.</summary>
    public static RightReading Read(string folder)
    {
        string[] ids = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*" + YamlFolder.Extension).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)] : [];
        var (rights, mistakes) = YamlFolder.Read(folder, "right", (fileName, text, told) => RightReader.Read(fileName, text, told, ids));
        return new([.. rights.OrderBy(right => right.Id, StringComparer.Ordinal)], ids, mistakes);
    }
}
