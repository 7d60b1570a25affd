namespace IntegrationHub.Yaml;

/// <summary>Where a file may leave a text to somebody else (<c>${name}</c>): who fills it in, and who answers for what is wrong with it.</summary>
public interface IPlaceholders
{
    /// <summary>A text with what is left open filled in; what cannot be is reported at the place.</summary>
    string Fill(string text, YamlPlace place);

    /// <summary>Whether a text that is wrong was written elsewhere, and the mistake has been told there.</summary>
    bool ReportElsewhere(YamlPlace place, string text, string expected, string? found, string toDo);
}
