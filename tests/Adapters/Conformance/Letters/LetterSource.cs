using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Letters;

public sealed class LetterSource(IOptions<LettersOptions> options, InstanceContext context, ILogger<LetterSource> logger) : IPullSource
{
    private readonly string fault = options.Value.Fault;
    private int remembered;

    public async IAsyncEnumerable<SourceBatch> PullAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken token)
    {
        if (fault == "slow-intake")
        {
            await foreach (var page in HurriedAsync(after, token))
                yield return page;
            yield break;
        }

        foreach (var page in Pages(after))
        {
            if (fault == "ignores-cancellation")
                await Task.Delay(TimeSpan.FromSeconds(7), CancellationToken.None);
            token.ThrowIfCancellationRequested();
            yield return page;
        }
    }

    private IEnumerable<SourceBatch> Pages(Checkpoint? after)
    {
        var lines = Lines();
        var size = options.Value.PageSize;
        var start = after is null ? 0 : int.Parse(after.Value.Split('/')[0], CultureInfo.InvariantCulture);
        if (fault == "remembers-position")
            start = Math.Max(start, remembered);
        var export = fault == "new-export-on-resume" ? $"{Guid.NewGuid()}" : "export";
        var end = fault == "loses-the-last" ? lines.Length - 1 : lines.Length;
        for (var at = start; at < end; at += size)
        {
            var page = lines[at..Math.Min(at + size, end)];
            var next = at + page.Length;
            remembered = next;
            if (fault == "deletes-what-it-read" && next >= size * 2)
                Directory.Delete(Folder, recursive: true);
            if (fault == "logs-the-line")
                logger.LogDebug("Reading {Line}", page[0]);
            yield return new()
            {
                Records = [.. page.Select(Record)],
                Checkpoint = fault == "no-checkpoint" ? null : new(Position(fault == "checkpoint-ahead" ? next + 1 : next, page)),
                Snapshot = new("letters", export, next >= lines.Length),
            };
        }
    }

    // Reads ahead and throws away what nobody asks for in time.
    private async IAsyncEnumerable<SourceBatch> HurriedAsync(Checkpoint? after, [EnumeratorCancellation] CancellationToken token)
    {
        var ahead = Channel.CreateBounded<SourceBatch>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var reading = Task.Run(async () =>
        {
            foreach (var page in Pages(after))
            {
                await ahead.Writer.WriteAsync(page, token);
                await Task.Delay(300, token);
            }

            ahead.Writer.Complete();
        }, token);
        await foreach (var page in ahead.Reader.ReadAllAsync(token))
            yield return page;
        await reading;
    }

    private SourceRecord Record(string line) => Letter.Record(line) with
    {
        Id = fault switch
        {
            "ids-by-chance" => $"{Guid.NewGuid()}",
            "ids-by-name" => line.Split(';')[2],
            _ => Letter.Record(line).Id,
        },
        Version = fault == "versions-by-clock" ? TimeProvider.System.GetTimestamp() : 1,
    };

    private string Position(int next, string[] page) => next.ToString(CultureInfo.InvariantCulture) + (fault == "citizen-in-checkpoint" ? "/" + page[0].Split(';')[1] : "");

    private string[] Lines()
    {
        try
        {
            return [.. Directory.GetFiles(Folder).Order(StringComparer.Ordinal).SelectMany(file => File.ReadAllLines(file, Encoding.UTF8))];
        }
        catch (IOException e) when (fault == "name-in-exception")
        {
            throw new IOException("The letter of Zwartkruinvogel is gone.", e);
        }
    }

    private string Folder => context.PathOf(options.Value.Folder!);
}
