using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Instances;

namespace IntegrationHub.Plugins.Checking.TestCases;

/// <summary>A case with an instance of the plugin to try it on.</summary>
internal sealed class OpenedCase(TestCase testCase, PluginInstance instance, TestCaseReading reading, byte[] input, string work) : IAsyncDisposable
{
    // A case is a page or a file; a source that never ends is a fault of another check.
    private const int MostRecords = 100_000;

    public TestCase Case => testCase;

    public IRecordNormaliser Normaliser => instance.Normaliser!;

    /// <summary>The posted input as its bytes and header; null where it is not posted.</summary>
    public (IPayloadReader Reader, string ContentType, byte[] Body)? Posted =>
        reading.ContentType is { } type && instance.PayloadReader is { } reader ? (reader, type, input) : null;

    /// <summary>The records that the input holds. What the plugin throws comes out.</summary>
    public async Task<IReadOnlyList<SourceRecord>> RecordsAsync(CancellationToken token)
    {
        if (Posted is { } posted)
            return posted.Reader.Read(posted.ContentType, posted.Body);
        if (reading.File is null || instance.Pull is not { } pull)
            return [Whole(reading.Kind ?? reading.ContentType ?? "")];
        var records = new List<SourceRecord>();
        await foreach (var page in pull.PullAsync(null, token).WithCancellation(token))
        {
            records.AddRange(page.Records);
            if (records.Count > MostRecords)
                break;
        }

        return records;
    }

    public async ValueTask DisposeAsync()
    {
        await instance.DisposeAsync();
        Directory.Delete(work, recursive: true);
    }

    private SourceRecord Whole(string kind) => new()
    {
        Id = reading.Id,
        IdIsPersonal = reading.IdIsPersonal,
        Version = reading.Version,
        Line = reading.Line,
        Kind = kind,
        Properties = reading.Properties,
        Raw = input,
    };
}
