using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationHub.Adapters.Mapped.Tests.Excel;
using IntegrationHub.Fuzzing.Tests.Mutating;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>Inputs as they are: the samples and test cases of the repository, and the real ones beside it where they are on this machine.</summary>
internal static class Corpora
{
    private const int MostEntries = 4;

    /// <summary>The samples and test cases of an adapter.</summary>
    /// <param name="adapter">Its folder.</param>
    /// <param name="extension">How its inputs are named.</param>
    /// <param name="kind">How each is read, by its file and the file that says so beside a test case.</param>
    public static IEnumerable<Sample> Of(string adapter, string extension, Func<string, string> kind)
    {
        var root = Path.Combine(Repository.Root, "src", "Adapters", adapter);
        return new[] { "sample", "testcases" }.Select(one => Path.Combine(root, one)).Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*" + extension, SearchOption.AllDirectories)).Order(StringComparer.Ordinal)
            .Select(file => new Sample(Path.GetRelativePath(Repository.Root, file), kind(file), File.ReadAllBytes(file)));
    }

    /// <summary>Real inputs; none where they are absent.</summary>
    public static IEnumerable<Sample> Shared(string folder, string extension, Func<string, string> kind) => SharedData.Root is not { } root || !Directory.Exists(Path.Combine(root, folder)) ? [] :
        Directory.GetFiles(Path.Combine(root, folder), "*" + extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => new Sample(Path.GetRelativePath(root, file), kind(file), File.ReadAllBytes(file)));

    /// <summary>The name under which a test case wants to lie in its folder.</summary>
    public static string NameOf(string input)
    {
        var beside = Path.Combine(Path.GetDirectoryName(input)!, "record.json");
        return File.Exists(beside) && JsonNode.Parse(File.ReadAllText(beside))?["file"]?.GetValue<string>() is { } name ? name : Path.GetFileName(input);
    }

    /// <summary>A real bundle is half a megabyte of which the hub reads the encounters: a few entries of each kind say the same, and a thousand times more can be tried.</summary>
    public static Sample Shortened(Sample bundle)
    {
        var json = JsonNode.Parse(bundle.Bytes)!;
        if (json["entry"] is not JsonArray entries)
            return bundle;
        string?[] wanted = ["Patient", "Encounter", "Location"];
        var kept = entries.Where(entry => wanted.Contains(entry?["resource"]?["resourceType"]?.GetValue<string>())).Take(MostEntries).Select(entry => entry!.DeepClone()).ToArray();
        json["entry"] = new JsonArray(kept);
        // Nobody in them has a Belgian number; with one, more than the first check is tried.
        foreach (var patient in kept.Select(entry => entry["resource"]).Where(one => one?["resourceType"]?.GetValue<string>() == "Patient"))
            patient!["identifier"] = new JsonArray(new JsonObject { ["system"] = "https://www.ehealth.fgov.be/standards/fhir/core/NamingSystem/ssin", ["value"] = "88631402204" });
        return bundle with { Bytes = Encoding.UTF8.GetBytes(json.ToJsonString()) };
    }

    /// <summary>MAGDA's files hold what stands in the body of an envelope.</summary>
    public static Sample Enveloped(Sample reply)
    {
        var text = Encoding.UTF8.GetString(reply.Bytes);
        var root = text.IndexOf("?>", StringComparison.Ordinal) is var end and >= 0 ? end + 2 : 0;
        return text.Contains("Envelope", StringComparison.Ordinal) ? reply : reply with
        {
            Bytes = Encoding.UTF8.GetBytes($"<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>{text[root..]}</s:Body></s:Envelope>"),
        };
    }

    /// <summary>A real message, about somebody with a Belgian number.</summary>
    public static Sample WithInsz(Sample message) => message with
    {
        Bytes = Encoding.Latin1.GetBytes(Regex.Replace(Encoding.Latin1.GetString(message.Bytes), @"(?<=(^|[\r\n])PID\|[^|\r\n]*\|[^|\r\n]*\|)[^|\r\n]*", "88631402204^^^NNBEL", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))),
    };

    public static Sample Framed(Sample message) => message with { Bytes = [0x0B, .. message.Bytes, 0x1C, 0x0D] };

    /// <summary>An export in each of the formats that a mapping reads.</summary>
    public static IEnumerable<Sample> Rows(string extension)
    {
        object?[][] rows = [["nr", "insz", "naam", "open", "nota"], ["D1", "88631402204", "Janssens", "2026-11-20", "belt terug"], ["D2", "92670204169", "Peeters", "2026-11-21", ""], ["D3", "85712301822", "Maes", "30/11/2026", "é & <b>"]];
        yield return extension switch
        {
            ".json" => Text("{\"items\":[" + string.Join(',', rows.Skip(1).Select(row => "{" + string.Join(',', row.Select((cell, i) => $"\"{rows[0][i]}\":{System.Text.Json.JsonSerializer.Serialize(cell)}")) + "}")) + "]}"),
            ".xml" => Text("<?xml version=\"1.0\"?><Export xmlns:x=\"urn:x\"><Rijen>" + string.Concat(rows.Skip(1).Select(row => "<Rij>" + string.Concat(row.Select((cell, i) => $"<{rows[0][i]}>{System.Security.SecurityElement.Escape((string)cell!)}</{rows[0][i]}>")) + "</Rij>")) + "</Rijen></Export>"),
            ".csv" => Text(string.Join("\r\n", rows.Select(row => string.Join(';', row.Select(cell => $"\"{cell}\""))))),
            ".xls" => new Sample("rows.xls", "rows.xls", Workbooks.Xls(rows)),
            _ => new Sample("rows.xlsx", "rows.xlsx", Workbooks.Xlsx(("Blad1", rows), ("Blad2", [["x", 1.5, true, new DateOnly(2026, 11, 20), "#N/A", null]]))),
        };

        Sample Text(string text) => new("rows" + extension, "rows" + extension, Encoding.UTF8.GetBytes(text));
    }
}
