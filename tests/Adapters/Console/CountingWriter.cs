using System.Text;

namespace IntegrationHub.Adapters.Console.Tests;

/// <summary>Counts how often something was written.</summary>
internal sealed class CountingWriter : TextWriter
{
    public int Writes { get; private set; }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Writes++;

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Writes++;
        return Task.CompletedTask;
    }
}
