using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IntegrationHub.Yaml;

/// <summary>Looks how deep and how large a document becomes before it is built: it is built, and read, by calls within calls, and a few lines of aliases can stand for millions of nodes.</summary>
internal sealed class YamlSize
{
    private const int MostDepth = 60;
    private const long MostNodes = 100_000;
    private readonly Stack<(AnchorName Anchor, long Nodes)> open = new();
    private readonly Dictionary<AnchorName, long> anchors = [];

    /// <summary>What is too much; null when nothing is.</summary>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public static (Mark At, string Expected, string ToDo)? Problem(string text)
    {
        var size = new YamlSize();
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
            if (size.Problem(parser.Current!) is { } problem)
                return (parser.Current!.Start, problem.Expected, problem.ToDo);
        }

        return null;
    }

    private (string Expected, string ToDo)? Problem(ParsingEvent next)
    {
        switch (next)
        {
            case AnchorAlias alias when open.Any(one => one.Anchor == alias.Value):
                return ("an alias of something else than what it stands in", "write out what the alias stands for");
            case AnchorAlias alias:
                Count(anchors.GetValueOrDefault(alias.Value, 1));
                break;
            case Scalar:
                Count(1);
                break;
            case MappingStart or SequenceStart:
                open.Push((((NodeEvent)next).Anchor, 1));
                if (open.Count > MostDepth)
                    return ("lists and maps at most 60 deep", "write it flatter");
                break;
            case MappingEnd or SequenceEnd:
                var (anchor, nodes) = open.Pop();
                if (!anchor.IsEmpty)
                    anchors[anchor] = nodes;
                Count(nodes);
                break;
        }

        return open.Count > 0 && open.Peek().Nodes > MostNodes ? ("at most 100000 texts, lists and maps", "leave out what is not needed, and aliases of aliases") : null;
    }

    private void Count(long nodes)
    {
        if (open.TryPop(out var inside))
            open.Push((inside.Anchor, inside.Nodes + nodes));
    }
}
