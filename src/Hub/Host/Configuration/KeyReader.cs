using System.Text.Json;

namespace IntegrationHub.Host.Configuration;

/// <summary>
/// Reads the keys. With SQLite, where nothing is configured, they are made once and kept beside the database, readable by its owner only; with PostgreSQL they must be configured,
/// since every host needs the same.
/// </summary>
internal static class KeyReader
{
    private const string Form = "32 bytes in base64 (openssl rand -base64 32)";

    public static KeyConfiguration? Read(SectionReader keys, Secrets secrets, StoreConfiguration store)
    {
        keys.AllowOnly("pseudonym", "seal", "audit");
        if (!keys.Exists && !store.IsPostgres)
            return BesideDatabase(keys, store.Location);
        if (!keys.Exists)
        {
            keys.Error("pseudonym", $"is missing. Expected {{ \"id\": \"p1\", \"secret\": \"env:NAME\" }} with {Form}; likewise keys.seal and keys.audit. Every host needs the same.");
            return null;
        }

        var pseudonym = ReadPseudonym(keys.Child("pseudonym"), secrets);
        var seal = Several(keys, "seal", secrets);
        var audit = Several(keys, "audit", secrets);
        return pseudonym.Count == 0 || seal is null || audit is null
            ? null
            : new KeyConfiguration(pseudonym, seal.Value.Current, seal.Value.Keys) { AuditKeyId = audit.Value.Current, AuditKeys = audit.Value.Keys };
    }

    private static KeyConfiguration? BesideDatabase(SectionReader keys, string database)
    {
        try
        {
            return KeyFile.BesideDatabase(database);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            keys.Error("", $"this account cannot read {KeyFile.Of(database)}. Run this as the account that the hub runs under, or as root through sudo; the file must be that account's.");
        }
        catch (JsonException)
        {
            keys.Error("", $"{KeyFile.Of(database)} holds no keys: it was changed or cut short. Put it back from where you keep a copy; nothing else opens what the store holds.");
        }

        return null;
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

        var (current, keys) = ReadList(section, secrets);
        if (keys.Exists(key => key.Id == current))
            return (current, keys.ToDictionary(key => key.Id, key => key.Key));
        section.Error("current", $"names no key of {name}.keys.");
        return null;
    }

    /// <summary>Oldest first: each hashes what those before it made. One by itself may stand without a list.</summary>
    private static List<NamedKey> ReadPseudonym(SectionReader pseudonym, Secrets secrets)
    {
        if (pseudonym.Optional("id") is not null)
        {
            pseudonym.AllowOnly("id", "secret");
            return Key(pseudonym, "secret", secrets) is { } one ? [new(pseudonym.Id("id"), one)] : [];
        }

        var (current, keys) = ReadList(pseudonym, secrets);
        if (keys.Count == 0 || keys[^1].Id != current)
            pseudonym.Error("current", "expected the id of the last key of pseudonym.keys. Keys stand oldest first, a new one comes last, and none may go: each hashes what those before it made.");
        return keys;
    }

    private static (string Current, List<NamedKey> Keys) ReadList(SectionReader section, Secrets secrets)
    {
        section.AllowOnly("current", "keys");
        var current = section.Id("current");
        var keys = new List<NamedKey>();
        foreach (var item in section.Items("keys"))
        {
            item.AllowOnly("id", "secret");
            var id = item.Id("id");
            if (keys.Exists(key => key.Id == id))
                item.Error("id", $"'{id}' is used twice. Give each key its own id, and a new key a new one.");
            else if (Key(item, "secret", secrets) is { } key)
                keys.Add(new NamedKey(id, key));
        }

        return (current, keys);
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
}
