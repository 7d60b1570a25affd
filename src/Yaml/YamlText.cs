using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Yaml;

/// <summary>Reads a text of YAML as far as its syntax goes.</summary>
public static class YamlText
{
    private const string LookAt = "look at the indentation, and put quotes around text with ': ', '#' or a leading '*', '&', '@' or '%'";

    /// <summary>The root of the only document; null, and reported, when there is none.</summary>
    /// <param name="text">What the file holds.</param>
    /// <param name="mistakes">Where mistakes are told.</param>
    /// <param name="expected">What an empty file should hold.</param>
    /// <param name="toDo">What to do about an empty file.</param>
    /// <param name="placeholders">Who fills in what the file leaves open; null when it may not.</param>
    public static YamlPlace? Root(string text, Mistakes mistakes, string expected, string toDo, IPlaceholders? placeholders = null)
    {
        try
        {
            if (YamlSize.Problem(text) is { } tooMuch)
            {
                mistakes.Add(tooMuch.At, "", tooMuch.Expected, "more", tooMuch.ToDo);
                return null;
            }

            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents.Count == 0)
            {
                mistakes.Add(Mark.Empty, "", expected, "an empty file", toDo);
                return null;
            }

            var root = new YamlPlace(yaml.Documents[0].RootNode, "", mistakes, placeholders);
            if (yaml.Documents.Count == 1)
                return root;
            root.At(yaml.Documents[1].RootNode, "").Report("one document in a file", "put what follows '---' in a file of its own", "a second one");
        }
        catch (YamlException e)
        {
            mistakes.Add(e.Start, "", "YAML", "something else (" + e.Message.TrimEnd('.') + ")", "correct it there: " + LookAt);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The parser loses its way in some broken documents without saying where.
            mistakes.Add(Mark.Empty, "", "YAML", "something else", LookAt);
        }

        return null;
    }
}
