using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Host.Erasure;

/// <summary>Who was erased, outside the database: a store that is restored from before it holds them again, and its audit log says nothing of it. A line of JSON for each.</summary>
internal sealed class ErasureList(string path)
{
    public string Location => path;

    /// <summary>Also when it is empty, or something else is in its place, which reading tells.</summary>
    public bool Exists => Path.Exists(path);

    /// <summary>Adds one, also when the power fails after it.</summary>
    /// <exception cref="PermanentFailureException">It cannot be written.</exception>
    public void Add(ListedErasure erasure) => Add([erasure]);

    /// <summary>Adds those of another list that are not on it.</summary>
    /// <exception cref="PermanentFailureException">It cannot be read or written.</exception>
    public void AddNew(IReadOnlyList<ListedErasure> others)
    {
        var known = Read().Select(one => one.Identity).ToHashSet();
        Add([.. others.Where(one => known.Add(one.Identity))]);
    }

    private void Add(IReadOnlyList<ListedErasure> erasures)
    {
        if (erasures.Count == 0)
            return;
        try
        {
            // Who erases is often root: the hub reads the list when it starts.
            PrivateFile.MakeEmpty(path);
            using var file = PrivateFile.Open(path, FileMode.Open);
            // A line that was cut short stays a line of its own.
            var isCutShort = file.Length > 0 && file.Seek(-1, SeekOrigin.End) >= 0 && file.ReadByte() != '\n';
            file.Seek(0, SeekOrigin.End);
            if (isCutShort)
                file.Write("\n"u8);
            foreach (var erasure in erasures)
                file.Write([.. JsonSerializer.SerializeToUtf8Bytes(new Line(erasure.At, [.. erasure.References.Select(one => one.Value)]), JsonSerializerOptions.Web), .. "\n"u8]);
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
    public IReadOnlyList<ListedErasure> Read() => Read(problem => throw problem);

    /// <summary>As the other, where what can be read is better than nothing: told is what cannot.</summary>
    public IReadOnlyList<ListedErasure> Read(Action<PermanentFailureException> unread)
    {
        try
        {
            var erasures = new List<ListedErasure>();
            foreach (var (index, line) in File.ReadLines(path).Index())
            {
                if (Parse(line) is { } erasure)
                    erasures.Add(erasure);
                else
                    unread(new PermanentFailureException(
                        $"{path}, line {index + 1}: is not an erasure as the hub writes it; it was changed or cut short. Find out who it was (hub audit --kind erased, on the store as it was), put the line right or take it out, and try again."));
            }

            return erasures;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            unread(new PermanentFailureException($"The list of erasures, {path}, cannot be read by this account. Let it read there, then try again.", exception));
            return [];
        }
    }

    private static ListedErasure? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web) is { At: { } at, References: { } references } ? new ListedErasure(at, [.. references.Select(one => new CitizenRef(one))]) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Line(DateTimeOffset? At, IReadOnlyList<Guid>? References);
}
