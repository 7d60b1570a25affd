using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Host.Erasure;

/// <summary>Who was erased, outside the database: a store that is restored from before it holds them again, and its audit log says nothing of it. A line of JSON for each.</summary>
internal sealed class ErasureList(string path)
{
    public string Location => path;

    /// <summary>Adds one, also when the power fails after it.</summary>
    /// <exception cref="PermanentFailureException">It cannot be written.</exception>
    public void Add(ListedErasure erasure)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            // A line that was cut short stays a line of its own.
            var isCutShort = file.Length > 0 && file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() != '\n';
            var line = new Line(erasure.At, [.. erasure.References.Select(one => one.Value)]);
            file.Seek(0, SeekOrigin.End);
            file.Write([.. isCutShort ? "\n"u8 : [], .. JsonSerializer.SerializeToUtf8Bytes(line, JsonSerializerOptions.Web), .. "\n"u8]);
            file.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PermanentFailureException(
                $"The list of erasures, {path}, cannot be written, and without it a restore would bring back who was erased. Let this account write there, or set audit.head in hub.json to a file elsewhere; then try again.", exception);
        }
    }

    /// <summary>All of it; nothing when it is not there.</summary>
    /// <exception cref="PermanentFailureException">It cannot be read.</exception>
    public IReadOnlyList<ListedErasure> Read()
    {
        try
        {
            return [.. File.ReadAllLines(path).Select(Parse)];
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PermanentFailureException($"The list of erasures, {path}, cannot be read by this account. Let it read there, then try again.", exception);
        }
    }

    private ListedErasure Parse(string line, int index)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web) is { At: { } at, References: { } references }
                ? new ListedErasure(at, [.. references.Select(one => new CitizenRef(one))])
                : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new PermanentFailureException(
                $"{path}, line {index + 1}: is not an erasure as the hub writes it; it was changed or cut short. Find out who it was (hub audit --kind erased, on the store as it was), put the line right or take it out, and try again.");
        }
    }

    private sealed record Line(DateTimeOffset? At, IReadOnlyList<Guid>? References);
}
