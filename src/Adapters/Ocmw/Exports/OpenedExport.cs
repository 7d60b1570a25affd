using IntegrationHub.Adapters.Ocmw.Csv;
using IntegrationHub.Adapters.Ocmw.Rows;

namespace IntegrationHub.Adapters.Ocmw.Exports;

/// <summary>A file whose header is understood, or why it is refused.</summary>
internal sealed record OpenedExport
{
    /// <summary>Why the file is refused whole; null when it can be read.</summary>
    public FileRefusal? Refusal { get; private init; }

    /// <summary>The beginning of the file.</summary>
    public ReadOnlyMemory<byte> Head { get; private init; }

    /// <summary>Where the columns are; null when the file is refused.</summary>
    public RowLayout? Layout { get; private init; }

    /// <summary>What the records of the file share.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; private init; } = new Dictionary<string, string>();

    /// <summary>Where the first row begins.</summary>
    public long FirstRowOffset { get; private init; }

    /// <summary>The line of the first row.</summary>
    public long FirstRowLine { get; private init; }

    /// <summary>Looks the file over and reads its header. A first line <c>sep=;</c>, as Excel writes it, names the separator.</summary>
    public static async Task<OpenedExport> OfAsync(ExportFile file, FileStream stream, OcmwOptions options, Headers headers, CancellationToken token)
    {
        var inspection = await Inspection.OfAsync(stream, options.Encoding, token);
        if (inspection.Refusal is { } refusal)
            return new OpenedExport { Refusal = refusal, Head = inspection.Head };
        var position = 0;
        var line = 1;
        var header = NextLine(inspection, ref position);
        var separator = Separator.OfOption(options.Separator);
        if (header.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && header.Length == 5)
        {
            separator ??= Separator.All.Contains(header[4]) ? header[4] : null;
            header = NextLine(inspection, ref position);
            line++;
        }

        var used = separator ?? headers.Detect(file.Kind, header);
        if (headers.Place(file.Kind, header, used, out var layout, inspection.EncodingName) is { } unplaced)
            return new OpenedExport { Refusal = unplaced, Head = inspection.Head };
        return new OpenedExport
        {
            Head = inspection.Head,
            Layout = layout,
            FirstRowOffset = inspection.MarkLength + position,
            FirstRowLine = line + 1,
            Properties = new Dictionary<string, string>
            {
                [FileProperties.File] = file.Name,
                [FileProperties.Header] = header,
                [FileProperties.Separator] = used.ToString(),
                [FileProperties.Encoding] = inspection.EncodingName,
            },
        };
    }

    private static string NextLine(Inspection inspection, ref int position)
    {
        var rest = inspection.Head.Span[position..];
        var end = rest.IndexOf((byte)'\n');
        position += end < 0 ? rest.Length : end + 1;
        return inspection.Encoding.GetString(end < 0 ? rest : rest[..end]).TrimEnd('\r');
    }
}
