using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.SignalFile;

/// <summary>Writes each signal as one file, named by recipient and signal: delivered twice, updated or withdrawn later, it is still that one file.</summary>
public sealed class SignalFileDestination(IOptions<SignalFileOptions> options, InstanceContext context) : ISignalDestination, IConnectionCheck
{
    private readonly string folder = context.PathOf(options.Value.Folder);

    /// <inheritdoc/>
    public async Task<DeliveryResult> DeliverAsync(SignalReady signal, CancellationToken token)
    {
        var name = $"{signal.Recipient}.{signal.SignalId}.json";
        var path = Path.Combine(folder, name);
        if (await DecidedAtAsync(path, token) is { } known && known > signal.DecidedAt)
            return DeliveryResult.Delivered("the file says something later");

        // Under another name first: a tool never sees half a file. To the disk before it gets its name: after a power cut the file is there whole or not at all.
        var draft = Path.Combine(folder, $".{name}.{signal.DeliveryId}.tmp");
        var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        await using (var file = new FileStream(draft, create))
        {
            await file.WriteAsync(Write(signal), token);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
        return DeliveryResult.Delivered(name);
    }

    /// <inheritdoc/>
    public Task<CheckResult> CheckAsync(CancellationToken token)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(folder, $".{Guid.NewGuid()}.tmp"), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            return Task.FromResult(new CheckResult(true, $"{folder} can be written in."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(new CheckResult(false, $"{folder} cannot be written in ({e.GetType().Name}). Make the folder, and let the hub's user write in it."));
        }
    }

    // The same shape as the body of a webhook, so that a tool that reads one reads the other.
    private static byte[] Write(SignalReady signal)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SignalJson.Writer))
        {
            json.WriteStartObject();
            json.WriteString("type", $"signal.{SignalJson.WordOf(signal.Kind)}");
            if (signal.DecidedAt is { } decided)
                json.WriteString("timestamp", decided.UtcDateTime);
            json.WritePropertyName("data");
            SignalJson.Write(json, signal);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static async Task<DateTimeOffset?> DecidedAtAsync(string path, CancellationToken token)
    {
        try
        {
            using var known = JsonDocument.Parse(await File.ReadAllBytesAsync(path, token));
            return known.RootElement is { ValueKind: JsonValueKind.Object } file && file.TryGetProperty("timestamp", out var time)
                && time.ValueKind == JsonValueKind.String && time.TryGetDateTimeOffset(out var decided) ? decided : null;
        }
        catch (Exception e) when (e is FileNotFoundException or JsonException)
        {
            // Not there yet, or not of ours: it is written anew.
            return null;
        }
    }
}
