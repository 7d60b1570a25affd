using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.Plugins.Manifest;

/// <summary>What a plugin says of itself in <c>adapter.json</c>, read before any of its code loads.</summary>
public sealed record AdapterManifest
{
    /// <summary>The file beside a plugin's assembly.</summary>
    public const string FileName = "adapter.json";

    /// <summary>Identifies the plugin; <c>hub.json</c> names it as <c>adapter</c>. Kebab-case.</summary>
    public required string Id { get; init; }

    /// <summary>The plugin's own version, such as <c>1.2.0</c> or <c>1.2.0-beta.1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The versions of the Sdk it works with.</summary>
    public required SdkRange Sdk { get; init; }

    /// <summary>The plugin whose code runs a plugin that has a <see cref="Mapping"/>.</summary>
    public const string MappingRunner = "mapped";

    /// <summary>The option in which the hub tells that plugin where the mapping is.</summary>
    public const string MappingOption = "mapping";

    /// <summary>File name of the assembly that holds <see cref="EntryType"/>, in the same folder; null for a plugin without code.</summary>
    public string? Assembly { get; init; }

    /// <summary>Full name of the type that implements <c>IAdapter</c>; null for a plugin without code.</summary>
    public string? EntryType { get; init; }

    /// <summary>File name of the mapping, in the same folder, of a plugin without code; null for one with code.</summary>
    public string? Mapping { get; init; }

    /// <summary>Whether it has code of its own.</summary>
    [MemberNotNullWhen(true, nameof(Assembly), nameof(EntryType))]
    [MemberNotNullWhen(false, nameof(Mapping))]
    public bool HasCode => Mapping is null;

    /// <summary>What it can be configured as.</summary>
    public required IReadOnlyList<PluginRole> Provides { get; init; }

    /// <summary>What it connects, one line by language (<c>nl</c>, <c>en</c>).</summary>
    public required IReadOnlyDictionary<string, string> Description { get; init; }

    /// <summary>Wire names of the facts it can produce; empty for a destination.</summary>
    public required IReadOnlyList<string> Contracts { get; init; }

    /// <summary>Categories of personal data it handles, out of <see cref="PersonalDataCategories"/>.</summary>
    public required IReadOnlyList<string> PersonalData { get; init; }

    /// <summary>The closed list of categories: a number, a name, where someone lives, how to reach her, and free text about her.</summary>
    public static IReadOnlyList<string> PersonalDataCategories { get; } = ["insz", "name", "address", "contact", "remark"];
}
