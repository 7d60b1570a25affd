using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance;
using IntegrationHub.Adapters.Conformance.Fakes;

namespace IntegrationHub.Adapters.SignalFile.Tests;

public sealed class SignalFilePlugin() : PluginConformance("src/Adapters/SignalFile");

public sealed class SignalFileDelivery() : DestinationConformance("src/Adapters/SignalFile")
{
    protected override Task<FakeTool> StartToolAsync() => Task.FromResult<FakeTool>(new PickUpFolder());

    /// <summary>A tool that picks up files.</summary>
    private sealed class PickUpFolder : FakeTool
    {
        private readonly string path;

        public PickUpFolder() => path = Directory.CreateDirectory(Path.Combine(Folder, "meldingen")).FullName;

        public override JsonObject Options => new() { ["folder"] = path };

        public override int Items => Directory.Exists(path) ? Directory.GetFiles(path, "*.json").Length : 0;

        public override Task GoAwayAsync()
        {
            Directory.Delete(path, recursive: true);
            return Task.CompletedTask;
        }
    }
}
