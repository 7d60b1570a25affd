using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Simulators.Magda;

/// <summary>Reads one request, decides what goes wrong, and answers.</summary>
internal sealed class MagdaDesk(MagdaSimulatorOptions options, MagdaRequestLog log)
{
    private readonly MagdaFiles files = new(options.FilesFolder, options.Clock);
    private readonly MagdaThrottle throttle = new(options.ThrottlePerSecond, options.Clock);

    public async Task AnswerAsync(HttpContext http)
    {
        var token = http.RequestAborted;
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, token);
        if (Read(body.ToArray()) is not { } seen)
        {
            await WriteAsync(http, MagdaReplies.Fault("Client", "The message is no SOAP request"), StatusCodes.Status500InternalServerError);
            return;
        }

        var number = log.Add(seen);
        if (options.Delay > TimeSpan.Zero)
            await Task.Delay(options.Delay, options.Clock, token);
        var root = Root(seen.Envelope)!;
        var wrong = options.Faults.FirstOrDefault(fault => fault.Hits(seen.Service, seen.Insz, number))?.Kind
            ?? (throttle.Refuses() ? (options.ThrottleAsUitzondering ? MagdaFaultKind.Busy : MagdaFaultKind.Throttle) : null);
        if (wrong is { } kind)
            await GoWrongAsync(http, kind, root.Name, seen.Version);
        else
            await WriteAsync(http, await ReplyAsync(seen, root, token) ?? MagdaReplies.Fault("Client", "This service has no files here"), StatusCodes.Status200OK);
    }

    private async Task<XDocument?> ReplyAsync(MagdaRequestSeen seen, XElement root, CancellationToken token)
    {
        var referte = root.Descendants("Vraag").Elements("Referte").FirstOrDefault()?.Value ?? "";
        var registers = seen.Service is "RegistreerInschrijving" or "RegistreerUitschrijving";
        var stored = await files.FindAsync(seen.Service, seen.Version, seen.Insz, token);
        if (registers && seen.Insz is { } insz && (stored is null || stored.Descendants("Resultaat").Any(result => result.Value.Trim() == "1")))
        {
            if (seen.Service == "RegistreerInschrijving")
                files.Register(insz);
            else
                files.Unregister(insz);
        }

        if (stored is not null)
            return MagdaReplies.Stored(stored, referte);
        return registers ? MagdaReplies.Done(root.Name, seen.Version, referte) : null;
    }

    private static async Task GoWrongAsync(HttpContext http, MagdaFaultKind kind, XName request, string version)
    {
        switch (kind)
        {
            case MagdaFaultKind.Timeout:
                // Ends when the caller hangs up, or the simulator stops.
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case MagdaFaultKind.Unavailable:
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            case MagdaFaultKind.Busy:
                await WriteAsync(http, MagdaReplies.AtRepliek(request, version, "99995", "Te veel gelijktijdige bevragingen"), StatusCodes.Status200OK);
                break;
            case MagdaFaultKind.Throttle:
                await WriteAsync(http, MagdaReplies.ThrottleFault(), StatusCodes.Status500InternalServerError);
                break;
            default:
                await WriteAsync(http, MagdaReplies.Fault("Server", "Simulated fault"), StatusCodes.Status500InternalServerError);
                break;
        }
    }

    private static MagdaRequestSeen? Read(byte[] raw)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(raw), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var envelope = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
            if (Root(envelope) is not { } root)
                return null;
            var version = root.Descendants("Context").Elements("Versie").FirstOrDefault()?.Value ?? "";
            return new(root.Name.LocalName, version, InszOf(root), envelope, raw);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? InszOf(XElement root)
    {
        var question = root.Descendants("Vraag").FirstOrDefault();
        // Notifications are asked for by a receipt; the first ones by an empty one.
        return question?.Descendants("INSZ").FirstOrDefault()?.Value ?? question?.Descendants("Subject").Elements("Sleutel").FirstOrDefault()?.Value
            ?? (question?.Descendants("Ontvangstreferte").FirstOrDefault()?.Value is { } receipt ? (receipt.Length == 0 ? "first" : receipt) : null);
    }

    private static XElement? Root(XDocument envelope) => envelope.Root?.Element(MagdaReplies.Soap + "Body")?.Elements().FirstOrDefault();

    private static async Task WriteAsync(HttpContext http, XDocument envelope, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/xml; charset=utf-8";
        await http.Response.WriteAsync("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + envelope.ToString(SaveOptions.DisableFormatting), http.RequestAborted);
    }
}
