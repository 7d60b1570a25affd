namespace IntegrationHub.Host.Rules;

/// <summary>Reads a folder of rules, one a file: <c>rules/ID.yaml</c>.</summary>
internal static class RuleFolder
{
    /// <summary>Its name in a configuration folder.</summary>
    public const string Name = "rules";

    /// <summary>The rules that come with the hub.</summary>
    public static string BuiltIn { get; } = Path.Combine(AppContext.BaseDirectory, Name);

    /// <summary>The folder whose rules count for a configuration folder: its own, else those that come with the hub.</summary>
    public static string Of(string configurationFolder) => YamlFolder.Of(configurationFolder, Name);

    /// <summary>Reads every rule and tells every mistake at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="rights">The ids of the rights that a rule may name; null where they could not be read, and no mistake is made of them.</param>
    public static RuleReading Read(string folder, IReadOnlyCollection<string>? rights)
    {
        var (rules, mistakes) = YamlFolder.Read(folder, "rule", (fileName, text, told) => RuleReader.Read(fileName, text, told, rights));
        return new([.. rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)], mistakes);
    }
}
