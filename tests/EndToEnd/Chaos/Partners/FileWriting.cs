using System.Text;

namespace IntegrationHub.EndToEnd.Tests.Chaos.Partners;

/// <summary>Files as a careful system puts them in a folder: whole at once.</summary>
internal static class FileWriting
{
    public static async Task PutAsync(string folder, string name, IEnumerable<string> lines, CancellationToken token)
    {
        var unfinished = Path.Combine(folder, name + ".part");
        await File.WriteAllTextAsync(unfinished, Text(lines), token);
        File.Move(unfinished, Path.Combine(folder, name), overwrite: true);
    }

    /// <summary>Adds whole lines to a file that is there.</summary>
    public static async Task AppendAsync(string folder, string name, IEnumerable<string> lines, CancellationToken token)
    {
        await using var file = new FileStream(Path.Combine(folder, name), FileMode.Append, FileAccess.Write, FileShare.Read, 1 << 20);
        await file.WriteAsync(Encoding.UTF8.GetBytes(Text(lines)), token);
    }

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
