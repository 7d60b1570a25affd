using System.Globalization;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Doors;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Host.Intake;

/// <summary><c>POST /intake/{source}</c>: what a partner sends over HTTP. Answered after the journal has it.</summary>
internal static class IntakeEndpoint
{
    private const string AnyBytes = "application/octet-stream";

    /// <summary>What may become the kind of a record, which is logged and stored in the clear: a caller could write anybody's name into another.</summary>
    private static readonly HashSet<string> WellKnown =
    [
        AnyBytes, "application/csv", "application/fhir+json", "application/fhir+xml", "application/hl7-v2", "application/json", "application/jsonl", "application/x-ndjson", "application/xml", "application/zip",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv", "text/plain", "text/xml",
    ];

    public static void MapIntake(this IEndpointRouteBuilder endpoints) => endpoints.MapPost("/intake/{source}", AcceptAsync).ForCallersWho(CallerRight.Push);

    private static async Task<IResult> AcceptAsync(
        string source, HttpRequest request, CurrentWiring wiring, Backlog backlog, Pseudonymiser pseudonyms, ILoggerFactory loggers, CancellationToken token)
    {
        var sources = wiring.Value.Sources;
        if (sources.Broken.ContainsKey(source))
            return Later(request, "This source does not work at the moment. Send it again later.");
        if (sources.Find(source) is not { } found)
            return Results.Problem("No source has this id.", statusCode: StatusCodes.Status404NotFound);
        if (await IsFullAsync(backlog, token) is { } full)
            return Later(request, full);
        var reader = found.Instance.PayloadReader;
        var contentType = request.ContentType ?? AnyBytes;
        var mediaType = contentType.Split(';')[0].Trim().ToLowerInvariant();
        if (reader is not null && !reader.ContentTypes.Contains(mediaType))
            return Results.Problem($"This source takes {string.Join(", ", reader.ContentTypes)}.", statusCode: StatusCodes.Status415UnsupportedMediaType);

        var most = found.Instance.Context.MaxRecordBytes;
        if (await ReadBodyAsync(request, most, token) is not { } body)
            return Results.Problem($"The body is larger than {most} bytes{(request.ContentLength is { } length ? $": {length}" : $": {most + 1} or more came")}. Send less at once.", statusCode: StatusCodes.Status413PayloadTooLarge);

        var whole = new SourceRecord { Id = Convert.ToHexStringLower(pseudonyms.OfContent(body)), Kind = WellKnown.Contains(mediaType) ? mediaType : AnyBytes, Raw = body };
        IReadOnlyList<RecordOutcome> outcomes;
        try
        {
            outcomes = Read(reader, contentType, whole, out var records) is { } failure
                ? await found.Intake.RejectAsync(whole with { Kind = SourceRecord.WholeFile }, failure, token)
                : await found.Intake.AcceptAsync(new SourceBatch { Records = records }, token);
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            loggers.CreateLogger(typeof(IntakeEndpoint)).LogError("Nothing of a push to {Source} was stored: {Thrown}", source, Thrown.Describe(exception));
            return Later(request, "Nothing was stored. Send it again later.");
        }

        var rejections = outcomes.SelectMany((outcome, i) => outcome.Rejections.Select(rejection => new PushRejection(i, rejection.Field, rejection.Expected, rejection.ToDo, rejection.Code))).ToList();
        var summary = new PushSummary(
            outcomes.Count,
            outcomes.Count(outcome => outcome.Kind == RecordOutcomeKind.Accepted),
            outcomes.Count(outcome => outcome.Kind == RecordOutcomeKind.Duplicate),
            outcomes.Count(outcome => outcome.Kind == RecordOutcomeKind.Quarantined),
            rejections);
        return Results.Json(summary, statusCode: summary.Read > 0 && summary.Quarantined == summary.Read ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>The records of a body; or why they cannot be told, when the adapter fails on it: sent again it would fail again.</summary>
    private static Rejection? Read(IPayloadReader? reader, string contentType, SourceRecord whole, out IReadOnlyList<SourceRecord> records)
    {
        records = [whole];
        try
        {
            records = reader?.Read(contentType, whole.Raw) ?? records;
            return null;
        }
        catch (Exception exception)
        {
            // A retry hands it to the normaliser, whole: of what kind it came is not kept.
            return CheckedNormaliser.Failure(exception) with { ToDo = "Report this to the maker of the adapter. Once it is mended the partner must send this again: a retry does not split it." };
        }
    }

    /// <summary>Why nothing is taken now; null when something is. Asked before the body is read.</summary>
    private static async Task<string?> IsFullAsync(Backlog backlog, CancellationToken token)
    {
        try
        {
            return await backlog.IsFullAsync(token) ? $"{Backlog.Reason} Nothing was stored. Send it again later." : null;
        }
        catch (Exception) when (!token.IsCancellationRequested)
        {
            return "Nothing was stored. Send it again later.";
        }
    }

    private static IResult Later(HttpRequest request, string sentence)
    {
        request.HttpContext.Response.Headers.RetryAfter = Backlog.Later.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        return Results.Problem(sentence, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The body; null when it is larger than allowed, of which no more is read.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, long most, CancellationToken token)
    {
        if (request.ContentLength > most)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, token)) > 0)
        {
            if (body.Length + read > most)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
