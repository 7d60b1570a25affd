using System.Security.Cryptography;
using System.Text.Json;

namespace IntegrationHub.Host.Configuration;

/// <summary>
/// Reads the keys. With SQLite, where nothing is configured, they are made once and kept beside the database, readable by its owner only; with PostgreSQL they must be configured,
/// since every host needs the same.
/// </summary>
internal static class KeyReader
{
    private const string Form = "32 bytes in base64 (openssl rand -base64 32)";

    /// <summary>Writes down keys that were made: before anything is stored under them, and not for who only looks at the configuration.</summary>
    public static void Keep(KeyConfiguration keys)
    {
        if (keys.NewFile is not { } path)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, new[] { keys.PseudonymKey, keys.SealKeys[keys.SealKeyId], keys.AuditKeys[keys.AuditKeyId] });
    }

    public static KeyConfiguration? Read(SectionReader keys, Secrets secrets, StoreConfiguration store)
    {
        keys.AllowOnly("pseudonym", "seal", "audit");
        if (!keys.Exists && !store.IsPostgres)
            return BesideDatabase(store.Location);
        if (!keys.Exists)
        {
            keys.Error("pseudonym", $"is missing. Expected {{ \"id\": \"p1\", \"secret\": \"env:NAME\" }} with {Form}; likewise keys.seal and keys.audit. Every host needs the same.");
            return null;
        }

        var pseudonym = keys.Child("pseudonym");
        pseudonym.AllowOnly("id", "secret");
        var pseudonymId = pseudonym.Id("id");
        var pseudonymKey = Key(pseudonym, "secret", secrets);
        var seal = Several(keys, "seal", secrets);
        var audit = Several(keys, "audit", secrets);
        return pseudonymKey is null || seal is null || audit is null
            ? null
            : new KeyConfiguration(pseudonymId, pseudonymKey, seal.Value.Current, seal.Value.Keys) { AuditKeyId = audit.Value.Current, AuditKeys = audit.Value.Keys };
    }

    /// <summary>Keys of which one is in use; null when something is wrong with them.</summary>
    private static (string Current, IReadOnlyDictionary<string, byte[]> Keys)? Several(SectionReader parent, string name, Secrets secrets)
    {
        var section = parent.Child(name);
        if (!section.Exists)
        {
            parent.Error(name, $"is missing. Expected {{ \"current\": \"{name[0]}1\", \"keys\": [ {{ \"id\": \"{name[0]}1\", \"secret\": \"env:NAME\" }} ] }} with {Form}. Every host needs the same.");
            return null;
        }

        section.AllowOnly("current", "keys");
        var current = section.Id("current");
        var keys = new Dictionary<string, byte[]>();
        foreach (var item in section.Items("keys"))
        {
            item.AllowOnly("id", "secret");
            if (Key(item, "secret", secrets) is { } key)
                keys[item.Id("id")] = key;
        }

        if (keys.ContainsKey(current))
            return (current, keys);
        section.Error("current", $"names no key of {name}.keys.");
        return null;
    }

    private static byte[]? Key(SectionReader section, string name, Secrets secrets)
    {
        var reference = section.Required(name, $"a reference to {Form}");
        if (reference.Length == 0)
            return null;
        if (secrets.Problem(reference) is { } problem)
        {
            section.Error(name, problem);
            return null;
        }

        var key = new byte[32];
        if (Convert.TryFromBase64String(secrets.Open(reference), key, out var length) && length == 32)
            return key;
        section.Error(name, $"expected {Form}; found something else behind the reference.");
        return null;
    }

    /// <summary>The keys beside the database; new ones, which nothing keeps yet, when there are none.</summary>
    private static KeyConfiguration BesideDatabase(string database)
    {
        var path = database + ".keys";
        var exists = File.Exists(path);
        byte[][] keys = exists ? JsonSerializer.Deserialize<byte[][]>(File.ReadAllBytes(path))! : [RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32)];
        // A file of before the audit log was sealed has two. Made out of those, so that a hub and a command that find it at the same moment make the same.
        var audit = keys.Length > 2 ? keys[2] : HMACSHA256.HashData([.. keys[0], .. keys[1]], "audit"u8);
        return new KeyConfiguration("p1", keys[0], "s1", new Dictionary<string, byte[]> { ["s1"] = keys[1] })
        {
            AuditKeyId = "a1",
            AuditKeys = new Dictionary<string, byte[]> { ["a1"] = audit },
            NewFile = exists ? null : path,
        };
    }
}
