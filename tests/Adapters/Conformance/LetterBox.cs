using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance.Fakes;

namespace IntegrationHub.Adapters.Conformance.Tests;

/// <summary>A folder in which each signal becomes a file.</summary>
sealed class LetterBox(string fault) : RefusingTool
{
    private string Box => Path.Combine(Folder, "box");

    public override JsonObject Options
    {
        get
        {
            Directory.CreateDirectory(Folder);
            if (!isAway)
                Directory.CreateDirectory(Box);
            var options = LetterTexts.Options(fault);
            options["folder"] = Box;
            return options;
        }
    }

    private bool isAway;

    public override int Items => Directory.Exists(Box) ? Directory.GetFiles(Box, "*.txt").Length : 0;

    public override Task GoAwayAsync()
    {
        isAway = true;
        Directory.Delete(Box, recursive: true);
        return Task.CompletedTask;
    }

    public override Task RefuseAsync() => File.WriteAllTextAsync(Path.Combine(Box, "full"), "");
}
