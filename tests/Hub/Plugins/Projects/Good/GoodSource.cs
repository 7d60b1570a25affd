using System.Runtime.CompilerServices;
using System.Text;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TestPlugins.Good;

/// <summary>Gives one page with one record. Cleans up behind itself in a file, so that a test can see it.</summary>
public sealed class GoodSource(IOptions<GoodOptions> options, InstanceContext context, TimeProvider time, ILogger<GoodSource> logger) : IPullSource, IAsyncDisposable
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<SourceBatch> PullAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken token)
    {
        await Task.Yield();
        logger.LogInformation("One page at {Time}", time.GetUtcNow());
        var record = new SourceRecord { Id = "1", Kind = "greeting", Raw = Encoding.UTF8.GetBytes($"{options.Value.Partner} {context.Id}") };
        yield return new SourceBatch { Records = [record], Checkpoint = new Checkpoint("1") };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await File.WriteAllTextAsync(context.PathOf("disposed"), context.Id);
}
