namespace IntegrationHub.Adapters.Mapped.Tests;

/// <summary>Mappings of one kind of record for tests.</summary>
internal static class Yaml
{
    /// <summary>A CSV file with the columns nr, insz, dag and those of the facts.</summary>
    public static string Csv(string facts, string more = "") => Record("csv", "rijen*.csv", "nr", "insz", facts, more);

    /// <summary>A JSON Lines file.</summary>
    public static string JsonLines(string facts, string more = "") => Record("json-lines", "rijen*.jsonl", "nr", "persoon.insz", facts, more);

    private static string Record(string format, string files, string id, string citizen, string facts, string more) => $$"""
        source: 1
        parameters:
          folder: { description: "Where." }
        read:
          folder: { path: "${folder}", settleSeconds: 0 }
        records:
          - kind: rijen
            files: "{{files}}"
            format: {{format}}
            id: {{id}}
            citizen: {{citizen}}
            {{more.ReplaceLineEndings("\n    ")}}
            facts:
              {{facts.ReplaceLineEndings("\n      ")}}
        """;
}
