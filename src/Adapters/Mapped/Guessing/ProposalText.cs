using System.Globalization;
using System.Text;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Writes the lines of a proposal, and counts what it asks.</summary>
internal sealed class ProposalText
{
    private const int Width = 110;
    private readonly StringBuilder text = new();

    /// <summary>How many questions were written.</summary>
    public int Questions { get; private set; }

    public ProposalText Line(int indent, string line)
    {
        text.Append(' ', indent).Append(line).Append('\n');
        return this;
    }

    /// <summary>A comment, over as many lines as it needs.</summary>
    public ProposalText Comment(int indent, string sentence) => Wrapped(indent, "# ", "# ", sentence);

    /// <summary>Something that only a person can answer.</summary>
    public ProposalText Question(int indent, string sentence)
    {
        Questions++;
        return Wrapped(indent, "# QUESTION: ", "#   ", sentence);
    }

    /// <summary>A field with its question above it; a suggestion is a comment as a whole.</summary>
    public ProposalText Field(int indent, ProposedField field)
    {
        if (field.Question is { } question)
            Question(indent, question);
        foreach (var comment in field.Comments)
            Comment(indent, comment);
        var mark = field.IsSuggestion ? "# " : "";
        if (field.IsSuggestion && field.Value is null && field.Block.Count == 0)
            return this;
        Line(indent, $"{mark}{field.Name}:{(field.Value is null ? "" : " " + field.Value)}");
        foreach (var line in field.Block)
            Line(indent, $"{mark}  {line}");
        return this;
    }

    public override string ToString() => text.ToString();

    private ProposalText Wrapped(int indent, string first, string next, string sentence)
    {
        var line = new StringBuilder(first);
        foreach (var word in Yaml.Comment(sentence).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > next.Length + 1 && indent + line.Length + word.Length > Width)
            {
                Line(indent, line.ToString().TrimEnd());
                line.Clear().Append(next);
            }

            line.Append(CultureInfo.InvariantCulture, $"{word} ");
        }

        return Line(indent, line.ToString().TrimEnd());
    }
}
