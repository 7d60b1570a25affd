using System.Globalization;
using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Host.Audit;

/// <summary>The head of the audit log outside the database. Who can write in the database alone can cut the log off and, with the key, write it again; this file tells.</summary>
internal sealed class AuditHeadFile(string path)
{
    public string Location => path;

    /// <summary>What is in it; null when it is not there.</summary>
    /// <exception cref="PermanentFailureException">It is there and cannot be read.</exception>
    public AuditHead? Read()
    {
        try
        {
            var head = JsonSerializer.Deserialize<AuditHead>(File.ReadAllBytes(path), JsonSerializerOptions.Web);
            return head is { Block: > 0, Mac.Length: 64 } ? head : throw new JsonException();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException)
        {
            throw new PermanentFailureException($"{path} is not a head of an audit log: it was changed or cut short. Compare with the head file of another host (hub audit verify --head FILE); then put it aside with hub audit restart-head.");
        }
    }

    /// <summary>Puts a head in the place of what is there: all of it or nothing, also when the power fails.</summary>
    public void Write(AuditHead head)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Of its own each time: two hosts may share a folder, each in a container where it is process 1.
        var beside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = PrivateFile.Open(beside, FileMode.Create))
            {
                JsonSerializer.Serialize(file, head, JsonSerializerOptions.Web);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            // It is tried again each second.
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>Keeps what is there under another name, so that the next head begins anew. Returns that name; null when nothing was there.</summary>
    public string? SetAside(DateTimeOffset now)
    {
        if (!File.Exists(path))
            return null;
        var aside = $"{path}.{now.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture)}";
        File.Move(path, aside);
        return aside;
    }
}
