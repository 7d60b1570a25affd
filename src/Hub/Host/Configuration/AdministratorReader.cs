using IntegrationHub.Host.Admin;

namespace IntegrationHub.Host.Configuration;

/// <summary>Reads <c>administrators</c> of <c>hub.json</c>: who may do what. From the file alone, since everybody sets the environment variables of her own commands.</summary>
internal static class AdministratorReader
{
    private static readonly Dictionary<string, Permission> Permissions = Enum.GetValues<Permission>().ToDictionary(Administrators.NameOf);

    public static IReadOnlyList<Administrator> Read(SectionReader hub, SectionReader file)
    {
        if (!Values(hub).SequenceEqual(Values(file)))
            hub.Error("administrators", "cannot be set by an environment variable. Write them in hub.json.");
        var seen = new HashSet<string>();
        var administrators = new List<Administrator>();
        foreach (var item in file.Items("administrators"))
        {
            item.AllowOnly("user", "may");
            var user = item.Required("user", "the name of an account on this machine");
            if (user.Length > 0 && !seen.Add(user))
                item.Error("user", $"'{user}' is there twice. Put everything that an account may in one place.");
            administrators.Add(new Administrator(user, Allowed(item)));
        }

        return administrators;
    }

    private static IEnumerable<string> Values(SectionReader section) =>
        section.Section.GetSection("administrators").AsEnumerable().Select(one => $"{one.Key}={one.Value}").Order(StringComparer.OrdinalIgnoreCase);

    private static HashSet<Permission> Allowed(SectionReader item)
    {
        var allowed = new HashSet<Permission>();
        foreach (var (text, i) in item.Texts("may").Select((text, i) => (text, i)))
        {
            if (Permissions.TryGetValue(text, out var permission))
                allowed.Add(permission);
            else
                item.Error($"may[{i}]", $"'{text}' is no permission. Known: {string.Join(", ", Permissions.Keys)}.");
        }

        return allowed;
    }
}
