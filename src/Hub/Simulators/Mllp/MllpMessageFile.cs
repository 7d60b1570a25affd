using System.Text;

namespace IntegrationHub.Simulators.Mllp;

/// <summary>Reads the HL7 v2 messages of a file as they are sent: every message begins at a line that starts with MSH; lines end as they please and become segments ended by CR.</summary>
internal static class MllpMessageFile
{
    private static readonly string[] Envelope = ["FHS", "BHS", "BTS", "FTS"];

    public static async Task<IReadOnlyList<MllpMessage>> ReadAsync(string path, CancellationToken token)
    {
        // Latin-1 keeps every byte as it is, whatever the charset of the message.
        var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, token));
        var messages = new List<List<string>>();
        foreach (var line in text.Replace("\u00EF\u00BB\u00BF", "", StringComparison.Ordinal).Split('\r', '\n').Select(line => line.Trim('\u000B', '\u001C')))
        {
            if (line.Length == 0 || Envelope.Any(name => line.StartsWith(name, StringComparison.Ordinal)))
                continue;
            if (line.StartsWith("MSH", StringComparison.Ordinal) || messages.Count == 0)
                messages.Add([]);
            messages[^1].Add(line);
        }

        return [.. messages.Select(lines => new MllpMessage(path, Encoding.Latin1.GetBytes(string.Concat(lines.Select(line => line + "\r")))))];
    }
}
