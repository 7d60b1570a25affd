namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>What stands between two fields.</summary>
internal static class Separator
{
    /// <summary>The option value that lets the header tell.</summary>
    public const string Auto = "auto";

    /// <summary>Every separator a file may have, likeliest first.</summary>
    public static IReadOnlyList<char> All { get; } = [';', ',', '\t', '|'];

    /// <summary>What an administrator may write in the options.</summary>
    public static IReadOnlyList<string> OptionValues { get; } = [Auto, ";", ",", "tab", "|"];

    /// <summary>The separator an option names; null for <see cref="Auto"/>.</summary>
    public static char? OfOption(string option) => option switch
    {
        Auto => null,
        "tab" => '\t',
        _ => option[0],
    };
}
