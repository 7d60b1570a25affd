using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance;
using IntegrationHub.Adapters.Conformance.Fakes;

namespace IntegrationHub.Adapters.Console.Tests;

public sealed class ConsolePlugin() : PluginConformance("src/Adapters/Console");

/// <summary>The tool is the standard output, of which there is one: no other test here prints on it.</summary>
public sealed class ConsoleAsDestination() : DestinationConformance("src/Adapters/Console")
{
    protected override Task<FakeTool> StartToolAsync() => Task.FromResult<FakeTool>(new Screen());

    private sealed class Screen : FakeTool
    {
        private readonly TextWriter before = System.Console.Out;
        private readonly Output output = new();

        public Screen() => System.Console.SetOut(output);

        public override JsonObject Options => new() { ["language"] = "nl" };

        public override int Items => output.Written.Split(": ontslag ").Length - 1;

        public override Task GoAwayAsync()
        {
            output.IsClosed = true;
            return Task.CompletedTask;
        }

        protected override ValueTask CleanUpAsync()
        {
            System.Console.SetOut(before);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Output : TextWriter
    {
        private readonly StringBuilder text = new();

        public bool IsClosed { get; set; }

        public string Written => text.ToString();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            Flush();
            text.Append(value);
        }

        public override void Flush()
        {
            if (IsClosed)
                throw new IOException("The pipe is broken.");
        }
    }
}
