using System.Text.Json;

namespace IntegrationHub.Core.Privacy;

/// <summary>Purposes as configuration, audit log and explanations write them.</summary>
public static class Purposes
{
    private static readonly Dictionary<Purpose, string> Words = Enum.GetValues<Purpose>().ToDictionary(purpose => purpose, purpose => JsonNamingPolicy.KebabCaseLower.ConvertName(purpose.ToString()));

    /// <summary>Parts of words that name what this hub is never used for, in the languages of its partners.</summary>
    private static readonly string[] Against =
        ["fraud", "sanct", "enforce", "handhav", "repress", "punish", "bestraf", "recouvr", "terugvorder", "recover", "inspec", "opspor", "investigat", "surveil", "contrôle", "controle", "control", "toezicht", "verificat"];

    /// <summary>Every word: a closed list.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Words.Values];

    /// <summary>The word of a purpose.</summary>
    public static string WordOf(Purpose purpose) => Words[purpose];

    /// <summary>The words of the purposes of some grounds, each once, separated by commas.</summary>
    public static string WordsOf(IEnumerable<Authorisation> grounds) => string.Join(", ", grounds.Select(one => one.Purpose).Distinct().Order().Select(WordOf));

    /// <summary>The purpose of a word; null when it is none.</summary>
    public static Purpose? Of(string? word) => Words.Where(one => one.Value == word).Select(one => (Purpose?)one.Key).FirstOrDefault();

    /// <summary>Whether a word asks for what data that citizens entrust to helpers may not be used for.</summary>
    public static bool IsAgainstCitizens(string word) => Array.Exists(Against, part => word.Contains(part, StringComparison.OrdinalIgnoreCase));
}
