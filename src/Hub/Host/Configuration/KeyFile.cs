using System.Security.Cryptography;
using System.Text.Json;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host.Configuration;

/// <summary>The keys of an embedded hub, made once and kept beside its database, readable by their owner only.</summary>
internal static class KeyFile
{
    // What .NET says of a file that another process has open for itself: the number of the system.
    private const int LockedOnLinux = 11;
    private const int LockedOnMac = 35;
    private const int LockedOnWindows = unchecked((int)0x80070020);

    public static string Of(string database) => database + ".keys";

    /// <summary>The keys beside the database; new ones, which nothing keeps yet, when there are none.</summary>
    /// <exception cref="UnauthorizedAccessException">This account may not read them.</exception>
    /// <exception cref="JsonException">They are no keys.</exception>
    public static KeyConfiguration BesideDatabase(string database)
    {
        var path = Of(database);
        return File.Exists(path) ? Read(path) : Of(path, NewKey(), NewKey(), NewKey()) with { AreNew = true };
    }

    private static KeyConfiguration Read(string path)
    {
        var json = File.ReadAllBytes(path);
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind == JsonValueKind.Array)
        {
            // As it was before keys could be rotated: one of each. A file of before the audit log was sealed has two: the third is made out of those, so that a hub and a command that find it at the
            // same moment make the same.
            var keys = JsonSerializer.Deserialize<byte[][]>(json)!;
            return Of(path, keys[0], keys[1], keys.Length > 2 ? keys[2] : HMACSHA256.HashData([.. keys[0], .. keys[1]], "audit"u8));
        }

        var kept = JsonSerializer.Deserialize<Content>(json, JsonSerializerOptions.Web)!;
        return new KeyConfiguration(kept.Pseudonym, kept.Seal[^1].Id, ById(kept.Seal)) { AuditKeyId = kept.Audit[^1].Id, AuditKeys = ById(kept.Audit), File = path };
    }

    /// <summary>Writes down keys that were made: before anything is stored under them, and not for who only looks at the configuration.</summary>
    public static void Keep(KeyConfiguration keys)
    {
        if (keys is not { AreNew: true, File: { } path })
            return;
        PrivateFile.MakeFolderOf(path);
        Write(path, keys, FileMode.CreateNew);
        FileOwner.Give(path, asOf: Path.GetDirectoryName(path)!);
    }

    /// <summary>
    /// Adds a key for pseudonyms and one that seals, with which the next rotation writes. The file is the old one or the new one, whole, whenever this is cut off. Where another command added keys since
    /// these were read, those are it: the store may be filled under them already, and nothing else keeps them.
    /// </summary>
    /// <exception cref="PermanentFailureException">Another command is at it, or the hub could not read them afterwards.</exception>
    public static KeyConfiguration AddTo(KeyConfiguration keys)
    {
        using var alone = Alone(keys.File!);
        var found = Read(keys.File!);
        if (!found.Names.Order(StringComparer.Ordinal).SequenceEqual(keys.Names.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            return found;
        var (pseudonym, seal) = (NextId('p', keys.Pseudonym.Select(key => key.Id)), NextId('s', keys.SealKeys.Keys));
        var more = keys with
        {
            Pseudonym = [.. keys.Pseudonym, new(pseudonym, NewKey())],
            SealKeyId = seal,
            SealKeys = new Dictionary<string, byte[]>(keys.SealKeys) { [seal] = NewKey() },
        };
        var made = keys.File + ".new";
        Write(made, more, FileMode.Create);
        // Who rotates is often root: the hub must be able to read its keys afterwards.
        if (!FileOwner.Give(made, asOf: keys.File!))
        {
            File.Delete(made);
            throw new PermanentFailureException($"{keys.File} is of another account, which could not read it afterwards. Run this as that account, or as root through sudo. Nothing was rotated.");
        }

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(made, File.GetUnixFileMode(keys.File!));
        File.Move(made, keys.File!, overwrite: true);
        return more;
    }

    /// <summary>For one command at a time; the file stays, since to remove it would let two in.</summary>
    private static FileStream Alone(string keys)
    {
        var path = keys + ".lock";
        PrivateFile.MakeEmpty(path);
        try
        {
            return PrivateFile.Open(path, FileMode.Open);
        }
        catch (IOException exception) when (exception.HResult is LockedOnLinux or LockedOnMac or LockedOnWindows)
        {
            throw new PermanentFailureException($"Another command is adding keys to {keys} at this moment. Run this again: it goes on with those. Nothing was rotated.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new PermanentFailureException(
                $"This account may not open {path}{(FileOwner.Of(path) is { } owner ? $", which is of the account with number {owner.User}" : "")}. Run this as the account that the hub runs under, or as root through sudo. Nothing was rotated.", exception);
        }
    }

    private static void Write(string path, KeyConfiguration keys, FileMode mode)
    {
        using var file = PrivateFile.Open(path, mode);
        JsonSerializer.Serialize(file, new Content(keys.Pseudonym, CurrentLast(keys.SealKeys, keys.SealKeyId), CurrentLast(keys.AuditKeys, keys.AuditKeyId)), JsonSerializerOptions.Web);
        file.Flush(flushToDisk: true);
    }

    private static KeyConfiguration Of(string path, byte[] pseudonym, byte[] seal, byte[] audit) => new([new("p1", pseudonym)], "s1", new Dictionary<string, byte[]> { ["s1"] = seal })
    {
        AuditKeyId = "a1",
        AuditKeys = new Dictionary<string, byte[]> { ["a1"] = audit },
        File = path,
    };

    private static Dictionary<string, byte[]> ById(IReadOnlyList<NamedKey> keys) => keys.ToDictionary(key => key.Id, key => key.Key);

    private static IReadOnlyList<NamedKey> CurrentLast(IReadOnlyDictionary<string, byte[]> keys, string current) =>
        [.. keys.OrderBy(key => key.Key == current).ThenBy(key => key.Key, StringComparer.Ordinal).Select(key => new NamedKey(key.Key, key.Value))];

    private static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);

    private static string NextId(char kind, IEnumerable<string> used)
    {
        var taken = used.ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).Select(number => $"{kind}{number}").First(id => !taken.Contains(id));
    }

    /// <summary>The last key of each list is the current one.</summary>
    private sealed record Content(IReadOnlyList<NamedKey> Pseudonym, IReadOnlyList<NamedKey> Seal, IReadOnlyList<NamedKey> Audit)
    {
        public override string ToString() => "Content(hidden)";
    }
}
